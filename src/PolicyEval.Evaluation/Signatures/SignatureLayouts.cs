namespace PolicyEval.Evaluation.Signatures;

/// <summary>The layouts of a run.</summary>
/// <param name="OfReports">For snapshots with other evidence beside the report, which says more of each user.</param>
/// <param name="OfBareReports">
/// For those with a report alone: what is asked of other evidence is unknown there for every user alike.
/// </param>
internal sealed record SignatureLayouts(SignatureLayout OfReports, SignatureLayout OfBareReports)
{
    /// <summary>For no policy.</summary>
    public static SignatureLayouts None { get; } = new(SignatureLayout.None, SignatureLayout.None);
}
