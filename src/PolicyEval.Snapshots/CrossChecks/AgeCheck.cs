using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Sealing;

namespace PolicyEval.Snapshots.CrossChecks;

/// <summary>
/// Finds answers that must be much younger than the report: they hold something made after it. AWS makes a new report
/// where the last one is older than four hours (IAM User Guide, "Getting credential reports"), so that sources of one
/// collection lie closer together. No clock is asked.
/// </summary>
internal static class AgeCheck
{
    private const int HoursMax = 4;

    private static readonly string[] Times = ["CreateDate", "UpdateDate", "EnableDate", "UploadDate"];

    /// <summary>The latest date of each answer that is too young.</summary>
    public static IEnumerable<Disagreement> Of(Snapshot snapshot)
    {
        if (snapshot.GeneratedTime is not { } generated)
            yield break;
        foreach (var answer in snapshot.Answers.Where(a => a.FileName != EvidenceFiles.OrganizationAccounts))
        {
            var young = Dates(answer).Where(date => date.Time - generated > TimeSpan.FromHours(HoursMax)).ToArray();
            if (young.Length == 0)
                continue;
            var cell = young.MaxBy(date => date.Time!.Value);
            yield return Disagreement.At(
                answer, cell, CrossCheckDescriptors.OtherAge,
                [cell.Text, Timestamps.Text(generated), Disagreement.Text(HoursMax)]);
        }
    }

    private static IEnumerable<JsonCell> Dates(Answer answer) =>
        answer is { Status: AnswerStatus.Given, Root: { Kind: JsonCellKind.Object } root }
            ? root.Children().SelectMany(list => list.Children()).SelectMany(
                element => Times.Select(time => element.Property(time)).OfType<JsonCell>())
            : [];
}
