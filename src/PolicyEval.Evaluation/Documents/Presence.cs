namespace PolicyEval.Evaluation.Documents;

/// <summary>Whether a key must be there.</summary>
internal enum Presence
{
    /// <summary>It must, with a value.</summary>
    Required,

    /// <summary>It may be left out; without a value it counts as left out.</summary>
    Optional,

    /// <summary>It may be left out, but not stand there without a value.</summary>
    Filled,
}
