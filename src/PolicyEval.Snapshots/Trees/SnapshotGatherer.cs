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
            var same = taken.Find(other => IsSame(candidate, other));
            if (same is not null)
                _leftOut.Add(candidate.LeftOut(LeftOutReason.Copy, same));
            else if (takesAll || taken.Count == 0 || taken[0].Time == candidate.Time)
                taken.Add(candidate);
            else
                _leftOut.Add(candidate.LeftOut(
                    candidate.Time is null ? LeftOutReason.Timeless : LeftOutReason.Older, taken[0]));
        }

        foreach (var ofOneTime in taken.GroupBy(candidate => candidate.Time).Select(same => same.ToArray()))
        {
            // Where all are read, those that do not tell their time need not be of the same one.
            var isSound = ofOneTime.Length == 1 || (takesAll && ofOneTime[0].Time is null);
            _taken.AddRange(isSound ? ofOneTime : ofOneTime.Select(one => Contradicted(one, ofOneTime)));
        }
    }

    /// <summary>Evidence stays the same when somebody seals it, though the digest does not.</summary>
    private static bool IsSame(GatheredCandidate one, GatheredCandidate other) =>
        one.Digest == other.Digest
        || (one.Opened?.Snapshot is { } snapshot && other.Opened?.Snapshot is { } second
            && snapshot.Files.Select(file => (file.Name, file.Sha256))
                .SequenceEqual(second.Files.Select(file => (file.Name, file.Sha256))));

    /// <summary>Where two say different things of one instant, neither is evidence: a name must not decide.</summary>
    private GatheredCandidate Contradicted(GatheredCandidate candidate, GatheredCandidate[] ofOneTime)
    {
        var other = ofOneTime.First(one => one != candidate);
        var diagnostics = new SnapshotDiagnosticBag(options.Limits.Diagnostics);
        diagnostics.Report(
            TreeDescriptors.TwoOfOneTime, candidate.Found.Place, candidate.Account, other.Found.Place,
            candidate.Time is { } time ? Timestamps.Text(time) : "a time that neither tells");
        return candidate with
        {
            Opened = new SnapshotResult(candidate.Found.Place, null, diagnostics.ToImmutable())
            {
                Account = candidate.Account,
            },
        };
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
