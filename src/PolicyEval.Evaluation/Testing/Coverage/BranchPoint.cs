using PolicyEval.Language;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Trees;

namespace PolicyEval.Evaluation.Testing.Coverage;

/// <summary>An expression that must be seen both true and false, as far as it can be.</summary>
/// <param name="Expression">The whole expression that it is a part of.</param>
/// <param name="Node">The expression itself.</param>
/// <param name="Role">What it decides.</param>
internal sealed record BranchPoint(CompiledExpression Expression, CelNode Node, BranchRole Role)
{
    /// <summary>The values that it can have.</summary>
    public PossibleTruth Possible { get; } = PossibleTruth.Of(Node);

    /// <summary>How many branches it has: one for each value; what can only be reached has one.</summary>
    public int Branches => Math.Max(1, (Possible.True ? 1 : 0) + (Possible.False ? 1 : 0));

    /// <summary>Where it stands.</summary>
    public Location Location => Location.Of(Expression.Text, Node.Span);

    /// <summary>Its text in one line.</summary>
    public string Source
    {
        get
        {
            var text = Expression.Text.Content.Substring(Node.Span.Start, Node.Span.Length);
            return string.Join(' ', text.Split([' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
