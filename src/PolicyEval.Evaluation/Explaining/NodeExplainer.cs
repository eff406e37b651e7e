using System.Collections.Immutable;
using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Trees;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Explaining;

/// <summary>Makes the explained tree of an expression from what its nodes came to.</summary>
/// <param name="content">The text of the expression.</param>
internal sealed class NodeExplainer(string content)
{
    /// <summary>The tree.</summary>
    /// <param name="node">The root.</param>
    /// <param name="observation">What it came to, or null.</param>
    /// <param name="skipped">Why it was not evaluated, where it was not.</param>
    public ExplainedNode Explain(CelNode node, Observation? observation, SkipReason skipped)
    {
        var children = ImmutableArray.CreateBuilder<ExplainedNode>(node.Children.Length);
        for (var i = 0; i < node.Children.Length; i++)
            children.Add(Explain(node.Children[i], observation?.Children[i], SkipOf(node, observation)));
        var explained = children.MoveToImmutable();
        if (observation is null)
            return New(node, skipped, explained);
        var (evidence, missing) = EvidenceOf(node, observation, explained);
        return new ExplainedNode
        {
            Node = node,
            Text = TextOf(node),
            Value = observation.Value,
            Evidence = evidence,
            Missing = missing,
            Turn = observation.Turn,
            Variable = IsVariable(node) ? node.Name : "",
            Children = explained,
        };
    }

    private ExplainedNode New(CelNode node, SkipReason skipped, ImmutableArray<ExplainedNode> children) => new()
    {
        Node = node,
        Text = TextOf(node),
        Skipped = skipped,
        Variable = IsVariable(node) ? node.Name : "",
        Children = children,
    };

    private string TextOf(CelNode node) => OneLine.Of(content.Substring(node.Span.Start, node.Span.Length));

    private static SkipReason SkipOf(CelNode parent, Observation? observation) => (observation, parent.Kind) switch
    {
        (null, _) => SkipReason.NotReached,
        (_, CelNodeKind.And or CelNodeKind.Or or CelNodeKind.Call) => SkipReason.Decided,
        (_, CelNodeKind.Conditional) => SkipReason.OtherBranch,
        (_, CelNodeKind.Comprehension or CelNodeKind.OptionalMap) => SkipReason.NoTurn,
        _ => SkipReason.NotReached,
    };

    private static bool IsVariable(CelNode node) =>
        node.Kind == CelNodeKind.Field
        && node.Children is [{ Kind: CelNodeKind.Variable, Name: PolicyEnvironment.Variables }];

    private static (ImmutableArray<EvidenceCell>, ImmutableArray<MissingEvidence>) EvidenceOf(
        CelNode node, Observation observation, ImmutableArray<ExplainedNode> children)
    {
        var (value, cells) = (observation.Value, observation.Cells);

        // Asking whether a cell is known leaves no trace, and yet it is that cell that was looked at.
        if (node.Slot >= 0 && value.Kind != CelKind.Record
            && children is [{ Value: { Kind: CelKind.Record } operand }] && operand.AsRecord is EvidenceRecord record)
        {
            var isMissing = value.Kind == CelKind.Unknown || (IsQuestion(node) && value.IsFalse);
            return isMissing
                ? ([], [record.MissingAt(node.Slot)])
                : (record.CellAt(node.Slot) is { } cell ? [cell] : [], []);
        }
        var unknown = value.Kind == CelKind.Unknown ? value.AsUnknown.Cells : [];
        return (
            [.. cells.Select(c => ((EvidenceRecord)c.Record).CellAt(c.Slot)).OfType<EvidenceCell>().Distinct()],
            [.. unknown.Select(c => ((EvidenceRecord)c.Record).MissingAt(c.Slot)).Distinct()]);
    }

    private static bool IsQuestion(CelNode node) =>
        node.Kind == CelNodeKind.Evidence && node.Name is "known" or "present";
}
