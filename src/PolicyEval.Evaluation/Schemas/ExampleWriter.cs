using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Yaml;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Schemas;

/// <summary>Writes the example of a key: a text as it is, anything else as the YAML that it is written in.</summary>
internal static class ExampleWriter
{
    /// <summary>Writes <c>examples</c> where there is one.</summary>
    public static void Write(Utf8JsonWriter json, KeyForm key)
    {
        if (key.Example.Length == 0)
            return;
        json.WriteStartArray("examples");
        if (key.Value is TextForm)
            json.WriteStringValue(key.Example);
        else
            Write(json, Read(key.Example));
        json.WriteEndArray();
    }

    private static YamlNode Read(string example)
    {
        var diagnostics = new DiagnosticBag();
        var roots = YamlReader.Read(SourceText.From(example, "example"), diagnostics);
        return roots is [var root] && !diagnostics.HasErrors
            ? root
            : throw new UnreachableException($"no YAML: {example}");
    }

    private static void Write(Utf8JsonWriter json, YamlNode node)
    {
        switch (node)
        {
            case YamlScalar { Type: YamlType.Number } number:
                json.WriteNumberValue(long.Parse(number.Value, CultureInfo.InvariantCulture));
                break;
            case YamlScalar { Type: YamlType.Bool } word:
                json.WriteBooleanValue(word.Value is "true");
                break;
            case YamlScalar text:
                json.WriteStringValue(text.Value);
                break;
            case YamlSequence list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                    Write(json, item);
                json.WriteEndArray();
                break;
            case YamlMapping mapping:
                json.WriteStartObject();
                foreach (var entry in mapping.Entries)
                {
                    json.WritePropertyName(entry.Key.Value);
                    Write(json, entry.Value);
                }
                json.WriteEndObject();
                break;
            default:
                throw new UnreachableException(node.Shape);
        }
    }
}
