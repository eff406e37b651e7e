using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Tests.Schemas;

/// <summary>One change at a random place of a document.</summary>
internal sealed class Mutation
{
    private static readonly string[] Scalars = ["~", "x", "5", "true", "\"\"", "Good-1", "\"1.0\"", "9.5"];

    private readonly Random _random;
    private int _left;

    private Mutation(Random random, int place) => (_random, _left) = (random, place);

    /// <summary>The document with one node changed.</summary>
    public static FlowNode Of(FlowNode document, int seed)
    {
        var random = new Random(seed);
        return new Mutation(random, random.Next(1, Count(document))).Visit(document);
    }

    private static int Count(FlowNode node) =>
        1 + (node.Items?.Sum(Count) ?? 0) + (node.Entries?.Sum(entry => Count(entry.Value)) ?? 0);

    private FlowNode Visit(FlowNode node)
    {
        if (_left-- == 0)
            return Change(node);
        if (node.Items is { } items)
            return new FlowNode([.. items.Select(Visit)]);
        return node.Entries is { } entries
            ? new FlowNode([.. entries.Select(entry => (entry.Key, Visit(entry.Value)))])
            : node;
    }

    private FlowNode Change(FlowNode node) => _random.Next(4) switch
    {
        0 when node.Entries is { } entries => new FlowNode(entries.Add(("surprise", new FlowNode("x")))),
        1 when node.Entries is { Length: > 0 } entries => new FlowNode(entries.RemoveAt(_random.Next(entries.Length))),
        2 => _random.Next(2) == 0
            ? new FlowNode(ImmutableArray<FlowNode>.Empty)
            : new FlowNode(ImmutableArray<(string, FlowNode)>.Empty),
        _ => new FlowNode(Scalars[_random.Next(Scalars.Length)]),
    };
}
