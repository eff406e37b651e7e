namespace PolicyEval.Evaluation.Driver;

/// <summary>The failures of one waiver.</summary>
internal sealed class WaiverCounts
{
    /// <summary>Those that it is about.</summary>
    public int Matched { get; set; }

    /// <summary>Those of them at whose instant it holds.</summary>
    public int Held { get; set; }

    /// <summary>Those of them that it is named for.</summary>
    public int Waived { get; set; }

    /// <summary>Those of them that no waiver covers.</summary>
    public int Uncovered { get; set; }
}
