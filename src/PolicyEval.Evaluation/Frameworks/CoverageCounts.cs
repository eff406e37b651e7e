namespace PolicyEval.Evaluation.Frameworks;

/// <summary>Controls by what the policies can make of them.</summary>
/// <param name="Decided">Those that policies decide.</param>
/// <param name="Manual">Those that are left to a person.</param>
/// <param name="NeedsEvidence">Those that need evidence which no policy reads.</param>
public readonly record struct CoverageCounts(int Decided, int Manual, int NeedsEvidence)
{
    /// <summary>All of them.</summary>
    public int Total => Decided + Manual + NeedsEvidence;

    /// <summary>Counts controls.</summary>
    public static CoverageCounts Of(IEnumerable<FrameworkControl> controls)
    {
        var number = controls.CountBy(control => control.Coverage).ToDictionary();
        return new CoverageCounts(
            number.GetValueOrDefault(ControlCoverage.Decided),
            number.GetValueOrDefault(ControlCoverage.Manual),
            number.GetValueOrDefault(ControlCoverage.NeedsEvidence));
    }
}
