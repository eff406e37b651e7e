using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Periods;

/// <summary>
/// Gathers the snapshots of a period, each evaluated in a run of its own, in any order. The door of this folder.
/// </summary>
/// <param name="span">The period.</param>
public sealed class PeriodBuilder(PeriodSpan span)
{
    private readonly List<Observation> _observations = [];
    private readonly List<FailedSnapshot> _failed = [];
    private readonly PeriodRules _rules = new();

    /// <summary>Takes the run over a snapshot; one outside of the period is passed over.</summary>
    /// <param name="path">Where the snapshot lies, below the folder that was asked for.</param>
    public IResultSink Sink(string path) =>
        new ObservationSink(path, (header, observations) => Add(path, header, observations));

    /// <summary>Takes a snapshot that cannot be used; one of another time is passed over.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="account">The account that it says it is of; empty where it does not.</param>
    /// <param name="at">When it was made, or null where nothing tells.</param>
    /// <param name="why">What is wrong.</param>
    public void AddFailed(string path, string account, DateTimeOffset? at, string why)
    {
        if (at is not { } time || span.Has(time))
            _failed.Add(new FailedSnapshot(path, account, TextOf(at), IsUsed: false, why));
    }

    /// <summary>The report, or null where no snapshot of the period was evaluated.</summary>
    public PeriodReport? Build()
    {
        if (_rules.ToHeader() is not { } rules)
            return null;
        var coverage = new CoverageFinder(span.FirstDay, span.Days);
        var byAccount = _observations.ToLookup(observation => observation.Account, StringComparer.Ordinal);
        var failed = _failed.ToLookup(snapshot => snapshot.Account, StringComparer.Ordinal);
        var accounts = byAccount.Select(group => group.Key)
            .Union(failed.Select(group => group.Key).Where(account => account.Length > 0))
            .Order(StringComparer.Ordinal).ToImmutableArray();
        return new PeriodReport
        {
            From = span.From,
            To = span.To,
            FirstDay = span.FirstDay,
            Rules = rules,
            Snapshots =
            [
                .. accounts.SelectMany(account => Sorted(byAccount[account]))
                    .Select(observation => observation.Snapshot).Distinct(),
            ],
            Accounts =
            [
                .. accounts.Select(account => coverage.Find(account, [.. byAccount[account]], [.. failed[account]]) with
                {
                    Read = [.. Sorted(byAccount[account]).Select(observation => observation.Snapshot)],
                }),
            ],
            Failed =
            [
                .. _failed.OrderBy(snapshot => snapshot.Account, StringComparer.Ordinal)
                    .ThenBy(snapshot => snapshot.At, StringComparer.Ordinal)
                    .ThenBy(snapshot => snapshot.Path, StringComparer.Ordinal),
            ],
            Episodes =
            [
                .. accounts.SelectMany(account => EpisodeFinder.Find(Sorted(byAccount[account])))
                    .OrderBy(episode => episode.State)
                    .ThenBy(episode => episode.Resource.Account, StringComparer.Ordinal)
                    .ThenBy(episode => episode.Policy, StringComparer.Ordinal)
                    .ThenBy(episode => episode.Resource.Id, StringComparer.Ordinal)
                    .ThenBy(episode => episode.Fingerprint, StringComparer.Ordinal)
                    .ThenBy(episode => episode.FirstSeen),
            ],
        };
    }

    private void Add(string path, RunHeader header, IReadOnlyCollection<Observation> observations)
    {
        var snapshot = header.Snapshots[0];
        if (observations.Count == 0)
        {
            AddFailed(path, snapshot.Account, null, "nothing tells when this evidence is of, so it is of no day");
            return;
        }

        if (!span.Has(observations.First().At))
            return;
        _rules.Add(header);
        _observations.AddRange(observations);
        if (snapshot.Seal is { IsCollected: true, IsComplete: false })
            _failed.Add(new FailedSnapshot(
                path, snapshot.Account, snapshot.AsOf, IsUsed: true, "the collection is incomplete: calls failed"));
    }

    // AWS hands out a credential report for hours: of two as of the same instant their seals tell the later one. Where
    // there is none, the order of the digests is as good as any other, and always the same.
    private static ImmutableArray<Observation> Sorted(IEnumerable<Observation> observations) =>
    [
        .. observations.OrderBy(o => o.At)
            .ThenBy(o => o.Snapshot.Seal?.At, StringComparer.Ordinal)
            .ThenBy(o => o.Snapshot.Digest, StringComparer.Ordinal),
    ];

    private static string? TextOf(DateTimeOffset? at) =>
        at is { } time ? Resources.Instants.ToText(Resources.Instants.ToSecond(time)) : null;
}
