using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PolicyEval.Reporting.Tests.Oscal;

/// <summary>The names in an OSCAL document: each is of version 5 and stands once, and each reference has one.</summary>
internal static partial class OscalReferences
{
    public static void AssertWhole(string text)
    {
        var values = new Dictionary<string, List<string>>(StringComparer.Ordinal)
        {
            ["uuid"] = [],
            ["href"] = [],
            ["subject-uuid"] = [],
            ["observation-uuid"] = [],
            ["risk-uuid"] = [],
            ["actor-uuid"] = [],
        };
        Gather(JsonNode.Parse(text), values);
        var known = new HashSet<string>(StringComparer.Ordinal);
        Assert.All(values["uuid"], name =>
        {
            Assert.Matches(Version5(), name);
            Assert.True(known.Add(name), name);
        });
        var links = values["href"].Where(href => href.StartsWith('#')).Select(href => href[1..]);
        foreach (var reference in values.Where(list => list.Key.EndsWith("-uuid", StringComparison.Ordinal))
            .SelectMany(list => list.Value).Concat(links))
            Assert.True(known.Contains(reference), reference);
    }

    private static void Gather(JsonNode? node, Dictionary<string, List<string>> values)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    if (value is JsonValue && values.TryGetValue(name, out var list))
                        list.Add((string)value!);
                    else
                        Gather(value, values);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                    Gather(item, values);
                break;
        }
    }

    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    private static partial Regex Version5();
}
