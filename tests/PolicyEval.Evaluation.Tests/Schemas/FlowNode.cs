using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Tests.Schemas;

/// <summary>A YAML value in flow style: a scalar as written, a list, or a mapping. Immutable.</summary>
internal sealed record FlowNode
{
    public FlowNode(string scalar) => Scalar = scalar;

    public FlowNode(ImmutableArray<FlowNode> items) => Items = items;

    public FlowNode(ImmutableArray<(string Key, FlowNode Value)> entries) => Entries = entries;

    public string? Scalar { get; }

    public ImmutableArray<FlowNode>? Items { get; }

    public ImmutableArray<(string Key, FlowNode Value)>? Entries { get; }

    public override string ToString() =>
        Entries is { } entries ? "{" + string.Join(", ", entries.Select(e => $"{e.Key}: {e.Value}")) + "}"
        : Items is { } items ? "[" + string.Join(", ", items) + "]"
        : Scalar!;
}
