using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Reports;
using PolicyEval.Snapshots.Sealing;

namespace PolicyEval.Snapshots.CrossChecks;

/// <summary>
/// Finds the users that only the credential report has, and those that only the authorization details have, by ARN.
/// </summary>
internal static class UserCheck
{
    private const string List = "UserDetailList";

    /// <summary>At most one of either kind.</summary>
    public static IEnumerable<Disagreement> Of(Snapshot snapshot)
    {
        var answer = snapshot.AnswerOf(EvidenceFiles.AccountAuthorizationDetails);
        if (snapshot.Report is not { } report || answer.Find(List) is not { Kind: JsonCellKind.Array } list)
            yield break;
        var rows = Enumerable.Range(0, report.RowCount).Select(report.RowAt).Where(row => !row.IsRoot).ToArray();
        var users = list.Children().ToArray();
        if (OnlyListed(users, rows) is [_, ..] listed)
            yield return WithoutRow(snapshot, answer, report, listed);
        if (CrossCheck.ListOf(answer, List) is not null && OnlyReported(rows, users) is [_, ..] reported)
            yield return WithoutDetails(answer, list, report, reported);
    }

    private static JsonCell[] OnlyListed(JsonCell[] users, CredentialReportRow[] rows)
    {
        var arns = rows.Select(row => row.Arn).ToHashSet(StringComparer.Ordinal);
        return [.. users.Where(user => CrossCheck.TextOf(user, "Arn") is { } arn && !arns.Contains(arn))];
    }

    /// <summary>Nobody, where a user has no ARN: that may be anybody.</summary>
    private static CredentialReportRow[] OnlyReported(CredentialReportRow[] rows, JsonCell[] users)
    {
        var arns = users.Select(user => CrossCheck.TextOf(user, "Arn")).ToHashSet(StringComparer.Ordinal);
        return arns.Contains(null) ? [] : [.. rows.Where(row => !arns.Contains(row.Arn))];
    }

    private static Disagreement WithoutRow(
        Snapshot snapshot, Answer answer, CredentialReport report, JsonCell[] users)
    {
        var names = Array.ConvertAll(users, user => CrossCheck.TextOf(user, "UserName") ?? user.Field);
        var first = users[0].Property("Arn")!.Value;
        var why = FormattableString.Invariant(
            $"no row of {users.Length} listed users, {names[0]} at {Disagreement.PlaceOf(answer, first)} first");
        return Disagreement.At(
            answer, first, CrossCheckDescriptors.WithoutRow,
            [
                Disagreement.Text(users.Length), report.File.Name, CrossCheck.Names(names),
                SinceReport(snapshot.GeneratedTime, users),
            ],
            new Doubt(EvidenceFiles.CredentialReport, "user", Doubt.Whole, why));
    }

    /// <summary>Who cannot be in the report yet, told apart from who should be.</summary>
    private static string SinceReport(DateTimeOffset? generated, JsonCell[] users)
    {
        if (generated is not { } time)
            return "The snapshot does not say when the report was generated.";
        var later = users.Count(user => user.Property("CreateDate")?.Time > time);
        return FormattableString.Invariant(
            $"Created after the report of {Timestamps.Text(time)}: {later}; should be in it: {users.Length - later}.");
    }

    private static Disagreement WithoutDetails(
        Answer answer, JsonCell list, CredentialReport report, CredentialReportRow[] rows)
    {
        var names = Array.ConvertAll(rows, row => row.User);
        var why = FormattableString.Invariant(
            $"lacks {rows.Length} users of the report, {names[0]} at {report.File.Name}:{rows[0].Line}:1 first");
        return Disagreement.At(
            answer, list, CrossCheckDescriptors.WithoutDetails,
            [Disagreement.Text(rows.Length), report.File.Name, CrossCheck.Names(names)],
            new Doubt(answer.FileName, List, Doubt.Whole, why));
    }
}
