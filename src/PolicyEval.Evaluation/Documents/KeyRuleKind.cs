namespace PolicyEval.Evaluation.Documents;

/// <summary>How many of two keys a mapping has.</summary>
internal enum KeyRuleKind
{
    /// <summary>One of them.</summary>
    ExactlyOne,

    /// <summary>One or none.</summary>
    AtMostOne,

    /// <summary>One or both.</summary>
    AtLeastOne,
}
