using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Rechecking;

/// <summary>
/// The snapshots of a report that are at hand with other content. Nothing that is cited from them stands, but what
/// changed in them is looked for, so that it is told from the rest.
/// </summary>
internal sealed class ChangedSnapshots
{
    private readonly Dictionary<string, string> _digests;

    /// <summary>
    /// Pairs the snapshots of one account, or without an account those of one name, where each is alone.
    /// </summary>
    /// <param name="report">The report's inputs.</param>
    /// <param name="again">Those at hand.</param>
    public ChangedSnapshots(RunHeader report, RunHeader again)
    {
        var (theirs, ours) = (Without(report, again), Without(again, report));
        _digests = theirs.Where(same => same.Count() == 1 && ours[same.Key].Count() == 1)
            .ToDictionary(same => same.Single().Digest, same => ours[same.Key].Single().Digest, StringComparer.Ordinal);
    }

    /// <summary>Whether a snapshot of the report is at hand with other content.</summary>
    public bool Has(string digest) => _digests.ContainsKey(digest);

    /// <summary>The digest under which a snapshot of the report is at hand, if it is.</summary>
    public string Here(string digest) => _digests.GetValueOrDefault(digest, digest);

    /// <summary>A finding without what is different for no other reason than that its snapshot is.</summary>
    public static Finding WithoutDigests(Finding finding) => finding with
    {
        Snapshot = "",
        Evidence = [.. finding.Evidence.Select(WithoutDigest)],
        Missing =
        [
            .. finding.Missing.Select(missing => missing with
            {
                Cell = missing.Cell is { } cell ? WithoutDigest(cell) : null,
            }),
        ],
    };

    private static EvidenceCell WithoutDigest(EvidenceCell cell) => cell with { Sha256 = "" };

    private static ILookup<string, SnapshotReference> Without(RunHeader header, RunHeader other)
    {
        var known = other.Snapshots.Select(snapshot => snapshot.Digest).ToHashSet(StringComparer.Ordinal);
        return header.Snapshots.Where(snapshot => !known.Contains(snapshot.Digest)).ToLookup(
            snapshot => snapshot.Account.Length > 0 ? snapshot.Account : snapshot.Name, StringComparer.Ordinal);
    }
}
