using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Evaluation.Resources.Tables;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Resources.Joins;

/// <summary>
/// Users: rows of the report with what the answers say of the same user. Any number of threads may read.
/// </summary>
internal sealed class UserJoins
{
    private readonly SnapshotEvidence _evidence;
    private readonly Lazy<RecordIndex> _detailsByArn;
    private readonly Lazy<RecordIndex> _groupsByName;
    private readonly Lazy<RecordIndex> _keysByUser;
    private readonly Lazy<RecordIndex> _devicesByUser;
    private readonly Lazy<Dictionary<string, int>> _rowsByArn;
    private readonly Lazy<NameIndex> _members;

    /// <summary>Prepares for questions; reads nothing.</summary>
    public UserJoins(SnapshotEvidence evidence)
    {
        _evidence = evidence;
        _detailsByArn = new(() => new RecordIndex(evidence.Users, "Arn"));
        _groupsByName = new(() => new RecordIndex(evidence.Groups, "GroupName"));
        _keysByUser = new(() => new RecordIndex(evidence.AccessKeys, "UserName"));
        _devicesByUser = new(() => new RecordIndex(evidence.MfaDevices, "UserName"));
        _rowsByArn = new(RowsByArn);
        _members = new(() => NameIndex.OfTexts(evidence.Users, "GroupList"));
    }

    /// <summary>What the answers say of a user of the report.</summary>
    /// <param name="arn">The user's ARN.</param>
    /// <param name="name">The user's name.</param>
    public JsonRecord DetailOf(string arn, string name)
    {
        var index = _detailsByArn.Value;
        var found = index.Of(arn);
        if (found is [var only])
            return only;
        return new JsonRecord(UserTable.Table, _evidence, _evidence.Users.Answer, cell: null)
        {
            Key = name,
            WhyAbsent = found.Count > 1 ? Absence.ListedTwice("user", arn)
                : index.Gap.Length > 0 ? index.Gap
                : Absence.NotListed("user", arn),
        };
    }

    /// <summary>A user of the answers, with the row of the report that has the same ARN.</summary>
    public RowRecord UserOf(JsonRecord detail)
    {
        var row = detail.TextOf("Arn") is { } arn && _rowsByArn.Value.TryGetValue(arn, out var index)
            ? _evidence.Report.Report!.RowAt(index)
            : (CredentialReportRow?)null;
        return new RowRecord(ResourceSchema.User.Type, _evidence, row, detail);
    }

    /// <summary>The groups of a user.</summary>
    public FieldReading GroupsOf(JsonRecord user)
    {
        var names = PropertyFields.Read(user, "GroupList", Conversions.Texts, CelValue.Of(CelList.Empty));
        if (names.Value is not { } list)
            return names;
        var groups = new CelValue[list.AsList.Count];
        for (var i = 0; i < groups.Length; i++)
        {
            var name = list.AsList[i].AsString;
            if (_groupsByName.Value.Of(name) is not [var group])
            {
                return FieldReading.Unknown(
                    user.Answer, Absence.NotJoined("group", name, "GroupDetailList"), names.Cell);
            }

            groups[i] = CelValue.Of(group);
        }

        return FieldReading.Known(CelValue.Of(CelList.From(groups)), user.Answer, names.Cell);
    }

    /// <summary>The users of a group.</summary>
    public FieldReading MembersOf(JsonRecord group)
    {
        if (group.TextOf("GroupName") is not { } name)
            return FieldReading.Unknown(group.Answer, Absence.NoProperty);
        return _members.Value.AllOf(name, user => CelValue.Of(UserOf(user)));
    }

    /// <summary>The access keys of a user.</summary>
    public FieldReading KeysOf(JsonRecord user) => OfUser(user, _evidence.AccessKeys, _keysByUser.Value);

    /// <summary>The MFA devices of a user.</summary>
    public FieldReading DevicesOf(JsonRecord user) => OfUser(user, _evidence.MfaDevices, _devicesByUser.Value);

    /// <summary>All users of an account.</summary>
    public FieldReading UsersOf(SnapshotAccount? account)
    {
        if (_evidence.Report.Report is not { } report)
        {
            return _evidence.Users.Gap.Length > 0
                ? FieldReading.Unknown(_evidence.Users.Answer, _evidence.Report.Unlisted!) with
                {
                    IsGiven = _evidence.Report.IsGiven || _evidence.Users.Answer.Status != AnswerStatus.NotGiven,
                }
                : _evidence.Users.Known([.. _evidence.Users.Records.Select(user => CelValue.Of(UserOf(user)))]);
        }

        if (_evidence.Report.Unlisted is { } missing)
            return FieldReading.Unknown(_evidence.Snapshot.ReportAnswer, missing) with { IsGiven = true };
        var users = report.Rows()
            .Where(row => !row.IsRoot && row.Account == account?.Id && row.Partition == account.Partition)
            .Select(row => CelValue.Of(new RowRecord(ResourceSchema.User.Type, _evidence, row)));
        return FieldReading.Known(
            CelValue.Of(CelList.From([.. users])), _evidence.Snapshot.ReportAnswer, cell: null);
    }

    private static FieldReading OfUser(JsonRecord user, EvidenceList list, RecordIndex index)
    {
        var name = user.Key.Length > 0 ? user.Key : user.TextOf("UserName");
        return name is null
            ? FieldReading.Unknown(list.Answer, Absence.WithoutKey("UserName"), list.Cell)
            : index.AllOf(name);
    }

    private Dictionary<string, int> RowsByArn()
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < (_evidence.Report.Report?.RowCount ?? 0); row++)
            rows.TryAdd(_evidence.Report.Report!.RowAt(row).Arn, row);
        return rows;
    }
}
