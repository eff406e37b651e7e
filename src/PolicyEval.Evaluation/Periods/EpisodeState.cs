namespace PolicyEval.Evaluation.Periods;

/// <summary>How a failure stands at the end of a period.</summary>
public enum EpisodeState
{
    /// <summary>It still failed in the last evidence.</summary>
    Open,

    /// <summary>It was not seen to be fixed, and the last evidence does not tell: it counts as open.</summary>
    Unseen,

    /// <summary>It was seen to be fixed.</summary>
    Fixed,
}
