using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Oscal;

/// <summary>A waiver that covers failures: a risk that somebody accepted.</summary>
/// <param name="Uuid">Its name in the document.</param>
/// <param name="Waiver">The waiver.</param>
internal sealed record OscalRisk(Guid Uuid, WaiverReference Waiver)
{
    /// <summary>The observations of the failures.</summary>
    public List<Guid> Observations { get; } = [];

    /// <summary>Their controls.</summary>
    public HashSet<string> Controls { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes a failure.</summary>
    public void Add(Finding finding, Guid observation)
    {
        Observations.Add(observation);
        Controls.UnionWith(finding.Controls);
    }
}
