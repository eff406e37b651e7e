using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Trees;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Explaining;

/// <summary>A node of an expression with what it came to for one resource. Immutable.</summary>
public sealed class ExplainedNode
{
    /// <summary>The node of the compiled expression.</summary>
    public required CelNode Node { get; init; }

    /// <summary>Its text as the policy has it, in one line.</summary>
    public required string Text { get; init; }

    /// <summary>Its value, which may be an unknown or an error; null where it was not evaluated.</summary>
    public CelValue? Value { get; init; }

    /// <summary>Why it was not evaluated.</summary>
    public SkipReason Skipped { get; init; }

    /// <summary>
    /// The cells behind the value, none twice: of a node that reads a cell that one, else those that decided.
    /// </summary>
    public ImmutableArray<EvidenceCell> Evidence { get; init; } = [];

    /// <summary>What was missing for it.</summary>
    public ImmutableArray<MissingEvidence> Missing { get; init; } = [];

    /// <summary>For a loop the turn that its children show; null for other nodes and for a loop over nothing.</summary>
    public LoopTurn? Turn { get; init; }

    /// <summary>
    /// The name of the policy's variable that it reads, which has an explanation of its own; else empty.
    /// </summary>
    public string Variable { get; init; } = "";

    /// <summary>The nodes below, in the order of evaluation.</summary>
    public required ImmutableArray<ExplainedNode> Children { get; init; }

    /// <summary>Whether it reads one field of the evidence itself.</summary>
    public bool IsCell =>
        Node.Slot >= 0 && Variable.Length == 0 && Value is { Kind: not CelKind.Record }
        && (!Evidence.IsEmpty || !Missing.IsEmpty);

    /// <summary>This node and all below it, each before its children.</summary>
    public IEnumerable<ExplainedNode> DescendantsAndSelf() =>
        Children.SelectMany(c => c.DescendantsAndSelf()).Prepend(this);
}
