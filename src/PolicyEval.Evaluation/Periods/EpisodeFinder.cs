using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Periods;

/// <summary>Follows the failures of one account through its snapshots.</summary>
internal sealed class EpisodeFinder
{
    private readonly Dictionary<string, (Finding Last, FailureEpisode Episode)> _open = new(StringComparer.Ordinal);
    private readonly List<FailureEpisode> _ended = [];
    private readonly List<Observation> _earlier = [];

    /// <summary>The episodes of an account.</summary>
    /// <param name="observations">Its snapshots by instant.</param>
    public static IEnumerable<FailureEpisode> Find(IReadOnlyList<Observation> observations)
    {
        var finder = new EpisodeFinder();
        foreach (var observation in observations)
            finder.Take(observation);
        return [.. finder._ended, .. finder._open.Values.Select(open => open.Episode)];
    }

    private void Take(Observation observation)
    {
        foreach (var (key, (last, episode)) in _open.ToList())
        {
            if (observation.Failures.ContainsKey(key))
                continue;
            if (observation.IsBlindTo(last))
            {
                _open[key] = (last, episode with { State = EpisodeState.Unseen });
                continue;
            }

            _open.Remove(key);
            _ended.Add(episode with { State = EpisodeState.Fixed, Fixed = observation.At });
        }

        foreach (var (key, finding) in observation.Failures)
        {
            var episode = _open.TryGetValue(key, out var open) ? open.Episode : Begin(finding, observation);
            _open[key] = (finding, episode with
            {
                LastSeen = observation.At,
                Severity = finding.Severity,
                IsWaived = finding.Waiver is not null,
                State = EpisodeState.Open,
            });
        }

        _earlier.Add(observation);
    }

    private FailureEpisode Begin(Finding finding, Observation observation) => new()
    {
        Policy = finding.Policy,
        Controls = finding.Controls,
        Resource = finding.Resource,
        Severity = finding.Severity,
        Fingerprint = finding.Fingerprint,
        FirstSeen = observation.At,
        IsOlder = _earlier.All(earlier => earlier.IsBlindTo(finding)),
        LastSeen = observation.At,
        State = EpisodeState.Open,
    };
}
