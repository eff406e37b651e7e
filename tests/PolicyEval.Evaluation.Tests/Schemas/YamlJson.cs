using System.Globalization;
using System.Text.Json.Nodes;
using PolicyEval.Evaluation.Yaml;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Tests.Schemas;

/// <summary>YAML as an editor sees it before it asks the schema: JSON by the core schema of YAML 1.2.</summary>
internal static class YamlJson
{
    public static string Of(string yaml)
    {
        var diagnostics = new DiagnosticBag();
        var root = Assert.Single(YamlReader.Read(SourceText.From(yaml, "t.yaml"), diagnostics));
        Assert.Empty(diagnostics);
        return Convert(root)?.ToJsonString() ?? "null";
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMapping mapping => new JsonObject(
            mapping.Entries.Select(e => KeyValuePair.Create(e.Key.Value, Convert(e.Value)))),
        YamlSequence list => new JsonArray([.. list.Items.Select(Convert)]),
        YamlScalar { Type: YamlType.Null } => null,
        YamlScalar { Type: YamlType.Bool } word => JsonValue.Create(word.Value.StartsWith('t')),
        YamlScalar { Type: YamlType.Number } number => Number(number.Value),
        YamlScalar text => JsonValue.Create(text.Value),
        _ => throw new ArgumentException(node.Shape, nameof(node)),
    };

    private static JsonNode Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? JsonValue.Create(whole)
            : JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture));
}
