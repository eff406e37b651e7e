using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Periods;

/// <summary>Makes observations of a run over one snapshot.</summary>
/// <param name="path">Where the snapshot lies: its name in the period, in which many may have one name.</param>
/// <param name="done">Takes them.</param>
internal sealed class ObservationSink(string path, Action<RunHeader, IReadOnlyCollection<Observation>> done)
    : IResultSink
{
    private readonly Dictionary<string, Observation> _observations = new(StringComparer.Ordinal);
    private RunHeader? _header;

    /// <inheritdoc/>
    public void Begin(RunHeader header)
    {
        _header = header with { Snapshots = [header.Snapshots[0] with { Name = path }] };
        foreach (var account in header.Snapshots[0].Accounts)
            Of(account);
    }

    /// <inheritdoc/>
    public void Add(Finding finding) => Of(finding.Resource.Account)?.Add(finding);

    /// <inheritdoc/>
    public void End(RunFooter footer) => done(_header!, _observations.Values);

    /// <summary>The observation of an account, or null where nothing tells the instant.</summary>
    private Observation? Of(string account)
    {
        var snapshot = _header!.Snapshots[0];
        if (InstantText.Parse(snapshot.AsOf ?? "") is not { } instant)
            return null;
        if (!_observations.TryGetValue(account, out var observation))
            _observations.Add(account, observation = new Observation(snapshot, account, instant));
        return observation;
    }
}
