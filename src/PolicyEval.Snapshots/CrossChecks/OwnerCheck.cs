using System.Collections.Immutable;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Snapshots.CrossChecks;

/// <summary>
/// Finds the users that only the lists of access keys and MFA devices have. Those that another list of users has are
/// told by that one.
/// </summary>
internal static class OwnerCheck
{
    private const string UserKind = ":user/";

    private static readonly ImmutableArray<(string File, string List, string Owner)> Lists =
    [
        (EvidenceFiles.AccessKeys, "AccessKeyMetadata", "UserName"),
        (EvidenceFiles.MfaDevices, "MFADevices", "UserName"),
        (EvidenceFiles.VirtualMfaDevices, "VirtualMFADevices", "User/Arn"),
    ];

    /// <summary>At most one of each list.</summary>
    public static IEnumerable<Disagreement> Of(Snapshot snapshot)
    {
        if (UsersOf(snapshot) is not var (users, file, field))
            return [];
        return Lists.Select(list => Unknown(snapshot.AnswerOf(list.File), list.List, list.Owner, users, file, field))
            .OfType<Disagreement>();
    }

    /// <summary>All names of users, and what lists the users that are judged; null where nothing does.</summary>
    private static (HashSet<string> Names, string File, string Field)? UsersOf(Snapshot snapshot)
    {
        var details = snapshot.AnswerOf(EvidenceFiles.AccountAuthorizationDetails);
        var detailed = NamesIn(details.Find("UserDetailList"));
        if (snapshot.Report is { } report)
        {
            var rows = report.Rows().Where(row => !row.IsRoot).Select(row => row.User);
            var listed = NamesIn(snapshot.AnswerOf(EvidenceFiles.Users).Find("Users"));
            return ([.. rows, .. detailed.OfType<string>(), .. listed.OfType<string>()],
                EvidenceFiles.CredentialReport, "user");
        }

        // A user without a name may be any.
        return CrossCheck.ListOf(details, "UserDetailList") is null || detailed.Contains(null)
            ? null
            : ([.. detailed.OfType<string>()], details.FileName, "UserDetailList");
    }

    private static string?[] NamesIn(JsonCell? list) =>
        [.. list?.Children().Select(user => CrossCheck.TextOf(user, "UserName")) ?? []];

    private static Disagreement? Unknown(
        Answer answer, string property, string path, HashSet<string> users, string file, string field)
    {
        if (answer.Status != AnswerStatus.Given || answer.Find(property) is not { Kind: JsonCellKind.Array } list)
            return null;
        (JsonCell Cell, string Name)[] owners =
        [
            .. list.Children().Select(element => element.Find(path)).OfType<JsonCell>()
                .Select(cell => (cell, NameOf(cell)))
                .Where(owner => owner.Item2.Length > 0 && !users.Contains(owner.Item2))
                .DistinctBy(owner => owner.Item2, StringComparer.Ordinal),
        ];
        if (owners is not [var first, ..])
            return null;
        var why = FormattableString.Invariant(
            $"lacks {owners.Length} users, {first.Name} at {Disagreement.PlaceOf(answer, first.Cell)} first");
        return Disagreement.At(
            answer, first.Cell, CrossCheckDescriptors.OwnerWithoutRow,
            [
                property, Disagreement.Text(owners.Length), file,
                CrossCheck.Names(Array.ConvertAll(owners, owner => owner.Name)),
            ],
            new Doubt(file, field, Doubt.Whole, why));
    }

    /// <summary>The name of a user, as such or at the end of an ARN; empty for root, who is none.</summary>
    private static string NameOf(JsonCell owner) =>
        owner.Kind != JsonCellKind.String ? ""
        : !owner.Text.StartsWith("arn:", StringComparison.Ordinal) ? owner.Text
        : owner.Text.Contains(UserKind, StringComparison.Ordinal) ? owner.Text[(owner.Text.LastIndexOf('/') + 1)..]
        : "";
}
