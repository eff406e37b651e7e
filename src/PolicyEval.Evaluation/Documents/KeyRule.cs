namespace PolicyEval.Evaluation.Documents;

/// <summary>What holds between two keys of a mapping, neither of which has to be there for itself.</summary>
/// <param name="Kind">How many of the two there must be.</param>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
internal sealed record KeyRule(KeyRuleKind Kind, string First, string Second)
{
    /// <summary>Whether a mapping with or without the two keeps the rule.</summary>
    public bool Holds(bool hasFirst, bool hasSecond) => Kind switch
    {
        KeyRuleKind.ExactlyOne => hasFirst != hasSecond,
        KeyRuleKind.AtMostOne => !(hasFirst && hasSecond),
        KeyRuleKind.AtLeastOne => hasFirst || hasSecond,
        _ => throw new System.Diagnostics.UnreachableException($"{Kind}"),
    };
}
