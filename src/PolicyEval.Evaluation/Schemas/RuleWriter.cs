using System.Diagnostics;
using System.Text.Json;
using PolicyEval.Evaluation.Documents;

namespace PolicyEval.Evaluation.Schemas;

/// <summary>Writes what holds between the keys of a mapping.</summary>
internal static class RuleWriter
{
    /// <summary>Writes the rules and variants of a mapping whose keys have been written.</summary>
    public static void Write(Utf8JsonWriter json, MappingForm form)
    {
        if (!form.Rules.IsEmpty)
        {
            json.WriteStartArray("allOf");
            foreach (var rule in form.Rules)
                WriteRule(json, rule);
            json.WriteEndArray();
        }
        if (form.Variants is { } variants)
        {
            json.WriteStartArray("oneOf");
            foreach (var variant in variants.Cases)
                WriteVariant(json, variants.Key, variant);
            json.WriteEndArray();
        }
    }

    private static void WriteRule(Utf8JsonWriter json, KeyRule rule)
    {
        json.WriteStartObject();
        switch (rule.Kind)
        {
            case KeyRuleKind.ExactlyOne:
                WriteEither(json, "oneOf", rule);
                break;
            case KeyRuleKind.AtLeastOne:
                WriteEither(json, "anyOf", rule);
                break;
            case KeyRuleKind.AtMostOne:
                json.WriteStartObject("not");
                WriteRequired(json, rule.First, rule.Second);
                json.WriteEndObject();
                break;
            default:
                throw new UnreachableException($"{rule.Kind}");
        }
        json.WriteEndObject();
    }

    private static void WriteEither(Utf8JsonWriter json, string keyword, KeyRule rule)
    {
        json.WriteStartArray(keyword);
        foreach (var key in (string[])[rule.First, rule.Second])
        {
            json.WriteStartObject();
            WriteRequired(json, key);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRequired(Utf8JsonWriter json, params ReadOnlySpan<string> keys)
    {
        json.WriteStartArray("required");
        foreach (var key in keys)
            json.WriteStringValue(key);
        json.WriteEndArray();
    }

    private static void WriteVariant(Utf8JsonWriter json, string key, FormVariant variant)
    {
        json.WriteStartObject();
        json.WriteStartObject("properties");
        json.WriteStartObject(key);
        json.WriteStartArray("enum");
        json.WriteStringValue(variant.Word);
        json.WriteEndArray();
        json.WriteEndObject();
        if (variant.Narrower is { } narrower)
            FormWriter.WriteNarrower(json, narrower.Key, narrower.Form);
        foreach (var excluded in variant.Excluded)
        {
            json.WriteStartObject(excluded);
            json.WriteString("type", "null");
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
