using PolicyEval.Language.Syntax;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive;

/// <content>Lists and maps. What is optional stands there if it has a value.</content>
internal sealed partial class NaiveWalker
{
    private Outcome List(ListExpressionSyntax node, Scope? scope) => Outcome.Strict(
        [.. node.Elements.Select(element => Walk(element.Value, scope))],
        values =>
        {
            var made = new List<object>();
            foreach (var (element, value) in node.Elements.Zip(values))
            {
                if (!element.IsOptional)
                    made.Add(value);
                else if (value is not NaiveOptional optional)
                    return Fault.NoOverload;
                else if (optional.Content is { } content)
                    made.Add(content);
            }

            return made.ToArray();
        });

    private Outcome Map(MapExpressionSyntax node, Scope? scope) => Outcome.Strict(
        [.. node.Entries.SelectMany(entry => new[] { Walk(entry.Key, scope), Walk(entry.Value, scope) })],
        values =>
        {
            var made = new List<(object, object)>();
            foreach (var (entry, pair) in node.Entries.Zip(values.Chunk(2)))
            {
                if (!entry.IsOptional)
                    made.Add((pair[0], pair[1]));
                else if (pair[1] is not NaiveOptional optional)
                    return Fault.NoOverload;
                else if (optional.Content is { } content)
                    made.Add((pair[0], content));
            }

            return NaiveMap.Of(made);
        });
}
