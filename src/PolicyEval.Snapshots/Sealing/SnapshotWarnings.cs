using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>What a reader of a snapshot should know besides its gaps. No verdict depends on it.</summary>
internal static class SnapshotWarnings
{
    private const int MinutesOfAge = 10;
    private const int SecondsOfClock = 60;

    public static ImmutableArray<string> Of(
        IReadOnlyList<CallRecord> records, DerivedAnswers answers, Reconciliation? reconciliation, long? clockOffset)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        if (AgeOfReport(records, answers) is >= MinutesOfAge and var minutes)
        {
            warnings.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"AWS handed out a credential report that was {AgeInWords(minutes)} old (it makes a new one after four "
                + $"hours); what changed since is not in it."));
        }

        if (AgeOfReport(records, answers) < -1)
            warnings.Add("The credential report's GeneratedTime lies after the time at which AWS handed it out.");
        if (reconciliation is { Agrees: false })
            warnings.Add($"The counts of users do not agree. {reconciliation.Explanation}");
        if (clockOffset is not null && Math.Abs(clockOffset.Value) >= SecondsOfClock)
        {
            warnings.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"The collector's clock was {Math.Abs(clockOffset.Value)} seconds "
                + $"{(clockOffset > 0 ? "behind" : "ahead of")} AWS's."));
        }

        return warnings.ToImmutable();
    }

    /// <summary>
    /// The report is kept byte for byte as AWS gave it, even where a user is called like an access key id.
    /// </summary>
    public static IEnumerable<string> OfReport(ImmutableArray<BagFile> payload) => payload
        .Where(file => file.Path == BagLayout.Data + EvidenceFiles.CredentialReport)
        .SelectMany(file => SecretScan.Scan(file.Path, file.Bytes))
        .Select(hit => string.Create(
            CultureInfo.InvariantCulture,
            $"{hit.Path}:{hit.Line}:{hit.Column} looks like {hit.What}; the report is kept as AWS gave it."));

    private static string AgeInWords(long minutes) => minutes switch
    {
        < 2 * 60 => FormattableString.Invariant($"{minutes} minutes"),
        < 2 * 24 * 60 => FormattableString.Invariant($"{minutes / 60} hours"),
        _ => FormattableString.Invariant($"{minutes / (24 * 60)} days"),
    };

    /// <summary>How old the report was by AWS's clock when it was handed out, in whole minutes, or null.</summary>
    private static long? AgeOfReport(IReadOnlyList<CallRecord> records, DerivedAnswers answers)
    {
        var handedOut = records.LastOrDefault(
            record => record.Operation == ApiOperations.GetCredentialReport && record.Error is null)?.RespondedAt;
        return handedOut - answers.GeneratedAt is { } age ? (long)age.TotalMinutes : null;
    }
}
