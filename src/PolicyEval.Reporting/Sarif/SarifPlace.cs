namespace PolicyEval.Reporting.Sarif;

/// <summary>A file, or a part of one (SARIF 2.1.0, 3.29).</summary>
/// <param name="Artifact">The index of the file among the artifacts of the run.</param>
/// <param name="Region">The part, or null for the file as a whole.</param>
internal sealed record SarifPlace(int Artifact, SarifRegion? Region)
{
    /// <summary>What there is to see there, safe to show, or null.</summary>
    public string? Message { get; init; }
}
