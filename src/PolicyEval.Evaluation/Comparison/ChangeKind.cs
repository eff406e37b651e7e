namespace PolicyEval.Evaluation.Comparison;

/// <summary>What became of a verdict, the worst first. A closed set.</summary>
public enum ChangeKind
{
    /// <summary>It fails, and did not before: the resource may have appeared, or nobody could see it.</summary>
    New,

    /// <summary>It failed before under a waiver, which covers it no more.</summary>
    Unwaived,

    /// <summary>It failed before, and nothing tells any more: this is no fix.</summary>
    Unseen,

    /// <summary>It failed before, and the evidence shows that it fails no more, or that the resource is gone.</summary>
    Fixed,

    /// <summary>It failed before, and still does, under a waiver now.</summary>
    Waived,

    /// <summary>Another verdict; neither is a failure.</summary>
    Outcome,

    /// <summary>The same verdict for other reasons, or from other evidence.</summary>
    Evidence,

    /// <summary>A verdict that is no failure, where there was none before.</summary>
    Appeared,

    /// <summary>There was a verdict that was no failure, and there is none any more.</summary>
    Disappeared,

    /// <summary>The same verdict from the same values.</summary>
    Unchanged,
}
