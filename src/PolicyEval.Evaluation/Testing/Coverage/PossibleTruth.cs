using PolicyEval.Language.Trees;

namespace PolicyEval.Evaluation.Testing.Coverage;

/// <summary>
/// Which values a bool expression can have at all. <c>missing(…)</c> is unknown always, so that no evidence whatever
/// makes <c>!x || missing(…)</c> false: no test is asked to show it. Everything else counts as able to be both.
/// </summary>
/// <param name="True">Whether it can be true.</param>
/// <param name="False">Whether it can be false.</param>
internal readonly record struct PossibleTruth(bool True, bool False)
{
    private const string Missing = "missing";

    /// <summary>Whether it has no value whatever the evidence.</summary>
    public bool Never => !True && !False;

    /// <summary>The values that a node can have.</summary>
    public static PossibleTruth Of(CelNode node) => node.Kind switch
    {
        CelNodeKind.Evidence when node.Name == Missing => new(False: false, True: false),
        CelNodeKind.Not when Of(node.Children[0]) is var operand => new(operand.False, operand.True),
        CelNodeKind.And => new(node.Children.All(c => Of(c).True), node.Children.Any(c => Of(c).False)),
        CelNodeKind.Or => new(node.Children.Any(c => Of(c).True), node.Children.All(c => Of(c).False)),
        CelNodeKind.Conditional when (Of(node.Children[1]), Of(node.Children[2])) is var (first, second) =>
            new(first.True || second.True, first.False || second.False),
        _ => new(True: true, False: true),
    };
}
