using System.Collections.Immutable;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Snapshots.Trees;

/// <summary>
/// Reads the snapshots of a tree: of each account the newest, or all. Newest is what the evidence itself says: when
/// collecting began, or of evidence by hand when AWS generated the report; never the time of a file. A snapshot of
/// several accounts or of an unknown one stands for itself.
/// </summary>
/// <param name="options">What a verification may rely on.</param>
/// <param name="takesAll">Whether older snapshots are read too.</param>
/// <param name="cancellationToken">Ends the work.</param>
public sealed class SnapshotGatherer(
    VerifyOptions options, bool takesAll, CancellationToken cancellationToken = default)
{
    private readonly List<GatheredCandidate> _taken = [];
    private readonly List<LeftOutSnapshot> _leftOut = [];
    private readonly SnapshotDiagnosticBag _diagnostics = new(options.Limits.Diagnostics);

    /// <summary>Reads what <see cref="SnapshotTree"/> found. A gatherer is used once.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public GatheredSnapshots Gather(FoundSnapshots tree)
    {
        _diagnostics.Add(tree.Diagnostics);
        var candidates = tree.Snapshots
            .Where(found => found.Kind == SnapshotKind.Account).Select(CandidateOf).ToArray();
        _taken.AddRange(candidates.Where(candidate => candidate.Account.Length == 0));
        foreach (var account in candidates.Where(candidate => candidate.Account.Length > 0)
            .GroupBy(candidate => candidate.Account, StringComparer.Ordinal))
        {
            Choose([.. account.OrderByDescending(candidate => candidate.Time ?? DateTimeOffset.MinValue)
                .ThenBy(candidate => candidate.Found.Place, StringComparer.Ordinal)]);
        }

        return new GatheredSnapshots(
            [.. _taken.OrderBy(c => c.Found.Place, StringComparer.Ordinal).Select(c => c.Opened ?? Open(c.Found))],
            [.. _leftOut.OrderBy(left => left.Place, StringComparer.Ordinal)],
            OrganizationsOf(tree),
            _diagnostics.ToImmutable());
    }

    /// <summary>Chooses among the snapshots of one account, the newest first.</summary>
    private void Choose(GatheredCandidate[] candidates)
    {
        var taken = new List<GatheredCandidate>();
        foreach (var candidate in candidates)
        {
            var same = taken.Find(other => other.Digest == candidate.Digest);
            var equal = taken.Find(other => other.Time == candidate.Time);
            if (same is not null)
            {
                _leftOut.Add(candidate.LeftOut(LeftOutReason.Copy, same));
                continue;
            }

            if (equal is not null)
                _diagnostics.Report(
                    TreeDescriptors.TwoOfOneTime, candidate.Found.Place, candidate.Account, equal.Found.Place,
                    candidate.Time is { } time ? Timestamps.Text(time) : "a time that neither tells");
            if (takesAll || taken.Count == 0)
                taken.Add(candidate);
            else
                _leftOut.Add(candidate.LeftOut(
                    equal is not null ? LeftOutReason.SameTime
                    : candidate.Time is null ? LeftOutReason.Timeless
                    : LeftOutReason.Older,
                    taken[0]));
        }

        _taken.AddRange(taken);
    }

    /// <summary>What a seal tells need not be opened to choose; all else must.</summary>
    private GatheredCandidate CandidateOf(FoundSnapshot found)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (found is { Digest.Length: > 0, StartedAt: { } startedAt })
            return new GatheredCandidate(found, found.Account, startedAt, found.Digest, Opened: null);
        var opened = Open(found);
        return opened.Snapshot is not { } snapshot
            ? new GatheredCandidate(found, "", null, "", opened)
            : new GatheredCandidate(
                found, snapshot.Accounts is [var only] ? only.Id : "", TimeOf(snapshot), snapshot.Digest, opened);
    }

    /// <summary>When the evidence is of: to whole seconds, as labels and reports have it.</summary>
    private static DateTimeOffset? TimeOf(Snapshot snapshot) =>
        snapshot.Document is { Origin: SnapshotOrigin.Collected } document
            ? document.StartedAt
            : snapshot.GeneratedTime;

    private SnapshotResult Open(FoundSnapshot found) =>
        new SnapshotReader(options.Limits, cancellationToken).Open(found.Path, options.TrustedKeys, found.Place) with
        {
            Account = found.Account,
        };

    private ImmutableArray<OrganizationSnapshot> OrganizationsOf(FoundSnapshots tree)
    {
        var newest = tree.Snapshots.Where(found => found.Kind == SnapshotKind.Organization)
            .GroupBy(found => found.Account, StringComparer.Ordinal)
            .Select(same => same.OrderByDescending(found => found.StartedAt ?? DateTimeOffset.MinValue)
                .ThenBy(found => found.Place, StringComparer.Ordinal).First());
        return
        [
            .. newest.OrderBy(found => found.Place, StringComparer.Ordinal)
                .Select(found => OrganizationSnapshot.Open(found.Path, found.Place, options, cancellationToken)),
        ];
    }
}
