using System.Collections.Immutable;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Sources;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Snapshots.Trees;

/// <summary>
/// Reads the snapshots of a tree: of each account the newest, or all. Newest is what the evidence itself says: when
/// collecting began, or of evidence by hand when AWS generated the report; never the time of a file. A snapshot of
/// several accounts or of an unknown one stands for itself. Names decide only among what can be used and is of one
/// time.
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

    /// <summary>Called each time that a snapshot has been opened, by the thread that gathers.</summary>
    public Action? OnOpened { get; init; }

    /// <summary>About how many snapshots of a tree will be opened: exact where all are sealed and differ.</summary>
    public static int Expected(FoundSnapshots tree, bool takesAll)
    {
        var accounts = tree.Snapshots.Where(found => found.Kind == SnapshotKind.Account);
        return takesAll
            ? accounts.Count()
            : accounts.DistinctBy(found => found.Account.Length > 0 ? found.Account : found.Place).Count();
    }

    /// <summary>Reads what <see cref="SnapshotTree"/> found. A gatherer is used once.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public GatheredSnapshots Gather(FoundSnapshots tree)
    {
        _diagnostics.Add(tree.Diagnostics);
        var candidates = OpenedAhead(
            tree.Snapshots.Where(found => found.Kind == SnapshotKind.Account)
                .Select(found => new GatheredCandidate(found, found.Account, found.StartedAt, found.Digest, null)),
            candidate => !candidate.IsToldBySeal).Select(Told).ToArray();
        var newest = ByAccount(candidates).SelectMany(ToBeOpened)
            .ToHashSet<GatheredCandidate>(ReferenceEqualityComparer.Instance);
        candidates = [.. OpenedAhead(candidates, newest.Contains)];
        foreach (var account in ByAccount(candidates))
            Choose(account);

        var others = candidates.Where(candidate => candidate.Account.Length == 0).Select(Ruled).ToArray();
        _taken.AddRange(others.Where(candidate => !candidate.IsUnusable));
        TakeUnusable([.. others.Where(candidate => candidate.IsUnusable)]);
        return new GatheredSnapshots(
            [.. _taken.OrderBy(c => c.Found.Place, StringComparer.Ordinal).Select(c => c.Opened!)],
            [.. _leftOut.OrderBy(left => left.Place, StringComparer.Ordinal)],
            OrganizationsOf(tree),
            _diagnostics.ToImmutable());
    }

    private IEnumerable<GatheredCandidate> ToBeOpened(IEnumerable<GatheredCandidate> ofAccount) =>
        takesAll ? ofAccount : ByTime(ofAccount)[0];

    private static IEnumerable<IGrouping<string, GatheredCandidate>> ByAccount(
        IEnumerable<GatheredCandidate> candidates) =>
        candidates.Where(candidate => candidate.Account.Length > 0)
            .GroupBy(candidate => candidate.Account, StringComparer.Ordinal);

    private static List<IGrouping<DateTimeOffset?, GatheredCandidate>> ByTime(
        IEnumerable<GatheredCandidate> candidates) =>
        [
            .. candidates.GroupBy(candidate => candidate.Time)
                .OrderByDescending(time => time.Key ?? DateTimeOffset.MinValue),
        ];

    /// <summary>Chooses among the snapshots of one account: all that are of the newest time were opened.</summary>
    private void Choose(IEnumerable<GatheredCandidate> candidates)
    {
        GatheredCandidate? newest = null;
        foreach (var time in ByTime(candidates))
        {
            if (newest is null || takesAll)
            {
                var read = Read([.. time.OrderBy(candidate => candidate.Found.Place, StringComparer.Ordinal)]);
                newest ??= read;
                continue;
            }

            // What is open already, cannot be used and is older by its name alone is not older for sure.
            _taken.AddRange(time.Where(candidate => candidate.IsUnusable));
            _leftOut.AddRange(time.Where(candidate => !candidate.IsUnusable).Select(candidate => candidate.LeftOut(
                time.Key is null ? LeftOutReason.Timeless : LeftOutReason.Older, newest)));
        }
    }

    /// <summary>
    /// Reads the snapshots of one account and time, and gives the first that is taken. One that can be used stands in
    /// for its copies that cannot; what is no copy of it is left as it is.
    /// </summary>
    private GatheredCandidate Read(GatheredCandidate[] candidates)
    {
        var opened = Array.ConvertAll(candidates, Ruled);
        var count = _taken.Count;
        var distinct = new List<GatheredCandidate>();
        foreach (var candidate in opened.Where(candidate => !candidate.IsUnusable))
        {
            if (distinct.Find(other => IsSame(candidate, other)) is { } same)
                _leftOut.Add(candidate.LeftOut(LeftOutReason.Copy, same));
            else
                distinct.Add(candidate);
        }

        // Where all are read, those that do not tell their time need not be of the same one.
        var isSound = distinct.Count < 2 || (takesAll && distinct[0].Time is null);
        _taken.AddRange(isSound ? distinct : distinct.Select(one => Contradicted(one, distinct)));
        TakeUnusable([.. opened.Where(candidate => candidate.IsUnusable)]);
        return _taken[count];
    }

    /// <summary>Evidence stays the same when somebody seals it, though the digest does not.</summary>
    private static bool IsSame(GatheredCandidate one, GatheredCandidate other) =>
        one.Digest == other.Digest
        || (one.Opened?.Outline is { } outline && other.Opened?.Outline is { } second
            && outline.Files.Select(file => (file.Name, file.Sha256))
                .SequenceEqual(second.Files.Select(file => (file.Name, file.Sha256))));

    /// <summary>Where two say different things of one instant, neither is evidence: a name must not decide.</summary>
    private GatheredCandidate Contradicted(GatheredCandidate candidate, List<GatheredCandidate> ofOneTime)
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

    /// <summary>
    /// What cannot be used is taken too, as nobody has looked at it; but for a copy, by the digest that its seal
    /// claims, of what is taken already.
    /// </summary>
    private void TakeUnusable(GatheredCandidate[] candidates)
    {
        foreach (var candidate in candidates)
        {
            var same = candidate.Digest.Length == 0 ? null : _taken.Find(other => other.Digest == candidate.Digest);
            if (same is null)
            {
                _taken.Add(candidate);
                continue;
            }

            _leftOut.Add((candidate with { Account = same.Account }).LeftOut(
                same.IsUnusable ? LeftOutReason.Copy : LeftOutReason.UnusableCopy, same));
            if (!same.IsUnusable)
                _diagnostics.Report(
                    TreeDescriptors.UnusableCopy, candidate.Found.Place, same.Found.Place,
                    candidate.Opened!.Diagnostics.First(d => d.Severity == SnapshotSeverity.Error).ToString());
        }
    }

    /// <summary>The same candidates; some of them are opened if they are not yet, each core one.</summary>
    private IEnumerable<GatheredCandidate> OpenedAhead(
        IEnumerable<GatheredCandidate> candidates, Func<GatheredCandidate, bool> isToBeOpened)
    {
        var results = Ahead.Of(
            candidates,
            options.Limits.Threads,
            candidate => (Candidate: candidate, Result: candidate.Opened is null && isToBeOpened(candidate)
                ? Open(candidate.Found)
                : null),
            cancellationToken);
        foreach (var (candidate, result) in results)
        {
            if (result is not null)
                OnOpened?.Invoke();
            yield return result is null ? candidate : candidate with { Opened = result };
        }
    }

    /// <summary>What a seal tells need not be opened to choose; of all else the evidence tells.</summary>
    private static GatheredCandidate Told(GatheredCandidate candidate)
    {
        var found = candidate.Found;
        if (candidate.Opened is not { } opened)
            return candidate;
        if (opened.Outline is { } outline)
            return new GatheredCandidate(
                found, outline.Accounts is [var only] ? only.Id : "", TimeOf(outline), outline.Digest, opened);

        // A place tells account and time of what nobody can read, but never that it may be passed over.
        return found is { Digest: "", StartedAt: { } named }
            ? new GatheredCandidate(found, found.Account, named, "", opened)
            : new GatheredCandidate(found, "", null, found.Digest, opened);
    }

    /// <summary>When the evidence is of: to whole seconds, as labels and reports have it.</summary>
    private static DateTimeOffset? TimeOf(SnapshotOutline outline) =>
        outline.Document is { Origin: SnapshotOrigin.Collected } document
            ? document.StartedAt
            : outline.GeneratedTime;

    /// <summary>Opens one and checks it whole; its evidence is let go until it is its turn.</summary>
    private SnapshotResult Open(FoundSnapshot found)
    {
        var opened = new SnapshotReader(options.Limits, cancellationToken)
            .Open(found.Path, options.TrustedKeys, found.Place);
        return opened.LetGo() with { Account = found.Account };
    }

    /// <summary>Which one is the newest does not depend on who signed it; whether it can be used does.</summary>
    private GatheredCandidate Ruled(GatheredCandidate candidate) =>
        candidate with { Opened = SignatureRule.Apply(candidate.Opened!, options) };

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
