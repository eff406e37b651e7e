namespace PolicyEval.Reporting;

/// <summary>How much the console report says.</summary>
public enum ReportDetail
{
    /// <summary>What a gate needs: whatever is not standard, and the counts.</summary>
    Quiet,

    /// <summary>Decided controls with their proof; the others by name.</summary>
    Normal,

    /// <summary>Every finding with its proof, the parameters, and what the other controls need.</summary>
    Verbose,
}
