using System.Text;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Reports;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>The files that were derived from raw pages, read again the way an evaluation will read them.</summary>
internal sealed class DerivedAnswers
{
    /// <summary>arn:PARTITION:iam::ACCOUNT:user/NAME.</summary>
    private const int AccountPart = 4;

    private static readonly (string File, string Property)[] Lists =
    [
        (EvidenceFiles.Users, "Users"),
        (EvidenceFiles.AccountAuthorizationDetails, "UserDetailList"),
        (EvidenceFiles.AccountAuthorizationDetails, "GroupDetailList"),
        (EvidenceFiles.AccountAuthorizationDetails, "RoleDetailList"),
    ];

    private readonly SnapshotDiagnosticBag _diagnostics = new(keptOfEachSeverity: 1);
    private readonly Dictionary<string, JsonText> _answers = new(StringComparer.Ordinal);

    public DerivedAnswers(IEnumerable<DerivedFile> files, SnapshotLimits limits, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            var source = new Source(file.Name, file.Bytes);
            if (file.Name == EvidenceFiles.CredentialReport)
            {
                Report = new CredentialReportReader(limits, _diagnostics, cancellationToken).Read(source, null);
                ReportProblem = Report is null ? _diagnostics.ToImmutable().FirstOrDefault()?.ToString() : null;
            }
            else if (new JsonTextReader(source, limits, _diagnostics).Read() is { } json)
                _answers.Add(file.Name, json);
        }
    }

    /// <summary>The values of each file that is JSON and can be read, by its name.</summary>
    public IReadOnlyDictionary<string, JsonText> Parsed => _answers;

    /// <summary>The credential report, or null where there is none that can be read.</summary>
    public CredentialReport? Report { get; }

    /// <summary>Why there is a report that cannot be read; else null.</summary>
    public string? ReportProblem { get; }

    /// <summary>When AWS generated the report, or null.</summary>
    public DateTimeOffset? GeneratedAt =>
        Root(EvidenceFiles.CredentialReportAnswer)?.Find("GeneratedTime") is { Kind: JsonCellKind.String } cell
        && IsoInstant.TryParse(Encoding.UTF8.GetBytes(cell.Text), out var instant)
            ? instant
            : null;

    /// <summary>The whole answer of a file, or null where there is none.</summary>
    public JsonCell? Root(string file) => _answers.GetValueOrDefault(file)?.Root;

    /// <summary>The error that a file holds instead of an answer, or null.</summary>
    public CallError? ErrorOf(string file) => Root(file)?.Property("Error") is { Kind: JsonCellKind.Object } error
        ? new CallError(error.Property("Code")?.Text ?? "", error.Property("Message")?.Text ?? "")
        : null;

    /// <summary>The things that an answer lists: the elements of its arrays; null where it lists nothing.</summary>
    public long? RowsOf(string file)
    {
        if (file == EvidenceFiles.CredentialReportAnswer)
            return Report?.RowCount;
        if (Root(file) is not { } root || ErrorOf(file) is not null)
            return null;
        var lists = root.Children().Where(child => child.Kind == JsonCellKind.Array).ToArray();
        return lists.Length == 0 ? null : lists.Sum(list => (long)list.Children().Count());
    }

    /// <summary>The names of the users that ListUsers gave, or null where it gave no whole answer.</summary>
    public List<string>? ListedUsers() =>
        ErrorOf(EvidenceFiles.Users) is null && Root(EvidenceFiles.Users)?.Property("Users") is { } users
            ? [.. users.Children().Select(user => user.Property("UserName")?.Text ?? "")]
            : null;

    /// <summary>
    /// The accounts of the users, groups and roles that the answers list, by their ARNs; each as often as it is named.
    /// </summary>
    public IEnumerable<string> ListedAccounts() =>
        from list in Lists
        from item in Root(list.File)?.Property(list.Property)?.Children() ?? []
        let arn = item.Property("Arn")?.Text.Split(':') ?? []
        where arn.Length > AccountPart
        select arn[AccountPart];

    /// <summary>A value of an answer as text, or null.</summary>
    public string? TextOf(string file, string property) =>
        Root(file)?.Property(property) is { Kind: JsonCellKind.String } cell ? cell.Text : null;
}
