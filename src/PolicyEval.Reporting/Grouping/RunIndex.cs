using System.Collections.Frozen;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Grouping;

/// <summary>Finds what a finding names only: its snapshot, its policy, the file of a cell.</summary>
internal sealed class RunIndex
{
    private readonly FrozenDictionary<string, SnapshotReference> _snapshots;
    private readonly ILookup<string, PolicyReference> _policies;

    /// <summary>Makes it.</summary>
    public RunIndex(RunHeader header)
    {
        // The same evidence may be there twice; its files are the same.
        _snapshots = header.Snapshots.DistinctBy(snapshot => snapshot.Digest)
            .ToFrozenDictionary(snapshot => snapshot.Digest, StringComparer.Ordinal);
        _policies = header.Policies.ToLookup(policy => policy.Name, StringComparer.Ordinal);
    }

    /// <summary>The snapshot with its evidence; of several with the same the first.</summary>
    public SnapshotReference SnapshotOf(Finding finding) => SnapshotOf(finding.Snapshot);

    /// <summary>The snapshot of a digest; of several the first.</summary>
    public SnapshotReference SnapshotOf(string digest) => _snapshots[digest];

    /// <summary>The policy as it judged the account; null only where a result was made by hand.</summary>
    public PolicyReference? PolicyOf(Finding finding) => _policies[finding.Policy].FirstOrDefault(
        policy => policy.Accounts is not { } accounts || accounts.Contains(finding.Resource.Account));

    /// <summary>The file of a cell; null where it was not given.</summary>
    public SourceReference? SourceOf(Finding finding, string file) =>
        SnapshotOf(finding).Sources.FirstOrDefault(source => source.File == file);

    /// <summary>
    /// When AWS reported, else when it was sealed, else the instant of its ages; null where nothing tells. RFC 3339
    /// UTC.
    /// </summary>
    public static string? CollectedOf(SnapshotReference? snapshot) =>
        snapshot?.GeneratedTime ?? snapshot?.Seal?.At ?? snapshot?.AsOf;

    /// <summary>
    /// When the evidence of a snapshot is of: the instant at which ages are measured, else when AWS reported, else when
    /// it was sealed; null where nothing tells. RFC 3339 UTC.
    /// </summary>
    public static string? TimeOf(SnapshotReference? snapshot) =>
        snapshot?.AsOf ?? snapshot?.GeneratedTime ?? snapshot?.Seal?.At;
}
