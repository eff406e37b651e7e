using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Reports;
using PolicyEval.Snapshots.Sealing;

namespace PolicyEval.Snapshots.CrossChecks;

/// <summary>
/// Finds the users that only the credential report has, and those that only the authorization details have, by ARN.
/// Who is only in the list of users, the snapshot itself tells (<see cref="Snapshot.UnreportedUsers"/>).
/// </summary>
internal static class UserCheck
{
    private const string List = "UserDetailList";
    private const string PlainList = "Users";

    /// <summary>At most one of each kind and list.</summary>
    public static IEnumerable<Disagreement> Of(Snapshot snapshot)
    {
        if (snapshot.Report is not { } report)
            yield break;
        var rows = report.Rows().Where(row => !row.IsRoot).ToArray();
        var details = snapshot.AnswerOf(EvidenceFiles.AccountAuthorizationDetails);
        if (details.Find(List) is { Kind: JsonCellKind.Array } list
            && OnlyListed([.. list.Children()], rows) is [_, ..] listed)
        {
            yield return WithoutRow(snapshot, details, report, listed);
        }

        if (OnlyReported(details, List, report, rows) is { } notDetailed)
            yield return notDetailed;

        // The list of users is there to tell whether the rows are the users: it says nothing else.
        if (OnlyReported(snapshot.AnswerOf(EvidenceFiles.Users), PlainList, report, rows) is { } notListed)
        {
            var why = $"{EvidenceFiles.Users} {notListed.Doubts[0].Why}";
            yield return notListed with
            {
                Doubts = [new Doubt(EvidenceFiles.CredentialReport, "user", Doubt.Whole, why)],
            };
        }
    }

    private static JsonCell[] OnlyListed(JsonCell[] users, CredentialReportRow[] rows)
    {
        var arns = rows.Select(row => row.Arn).ToHashSet(StringComparer.Ordinal);
        return [.. users.Where(user => CrossCheck.TextOf(user, "Arn") is { } arn && !arns.Contains(arn))];
    }

    /// <summary>Nobody, where a user has no ARN: that may be anybody.</summary>
    private static Disagreement? OnlyReported(
        Answer answer, string property, CredentialReport report, CredentialReportRow[] rows)
    {
        if (CrossCheck.ListOf(answer, property) is not { } list)
            return null;
        var arns = list.Children().Select(user => CrossCheck.TextOf(user, "Arn")).ToHashSet(StringComparer.Ordinal);
        return !arns.Contains(null) && Array.FindAll(rows, row => !arns.Contains(row.Arn)) is [_, ..] reported
            ? NotListed(answer, property, list, report, reported)
            : null;
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

    private static Disagreement NotListed(
        Answer answer, string property, JsonCell list, CredentialReport report, CredentialReportRow[] rows)
    {
        var names = Array.ConvertAll(rows, row => row.User);
        var why = FormattableString.Invariant(
            $"lacks {rows.Length} users of the report, {names[0]} at {report.File.Name}:{rows[0].Line}:1 first");
        return Disagreement.At(
            answer, list, CrossCheckDescriptors.WithoutDetails,
            [Disagreement.Text(rows.Length), report.File.Name, CrossCheck.Names(names), property],
            new Doubt(answer.FileName, property, Doubt.Whole, why));
    }
}
