using System.Collections.Immutable;
using System.Text.Json;
using PolicyEval.Evaluation.Explaining;
using PolicyEval.Reporting.Json;

namespace PolicyEval.Reporting.Explaining;

/// <summary>
/// An explanation for programs, described by <c>policies/schemas/explanation.schema.json</c>, which only grows. UTF-8
/// without a byte order mark, two spaces, LF. The second door of this folder.
/// </summary>
public static class ExplanationJson
{
    /// <summary>The version of the document's shape: the second number grows with each new property.</summary>
    public const string FormatVersion = "1.1";

    // An expression may be as deep as the compiler allows, and each level of it is an object in a list.
    private const int DepthMax = 4096;

    /// <summary>Writes it.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    /// <param name="explanation">The explanation.</param>
    public static void Write(Stream output, Explanation explanation)
    {
        using var json = new Utf8JsonWriter(output, JsonLayout.Options with { MaxDepth = DepthMax });
        json.WriteStartObject();
        json.WriteString("formatVersion", FormatVersion);
        JsonInputs.Write(json, explanation.Header);
        json.WriteStartArray("explained");
        foreach (var policy in explanation.Policies)
            WritePolicy(json, policy);
        json.WriteEndArray();
        JsonRollUp.WriteDiagnostics(json, explanation.Diagnostics);
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
        output.Flush();
    }

    private static void WritePolicy(Utf8JsonWriter json, ExplainedPolicy policy)
    {
        json.WriteStartObject();
        JsonValues.WriteText(json, "policy", policy.Policy.Name);
        JsonValues.WriteText(json, "resourceType", policy.ResourceType);
        json.WriteStartArray("inputs");
        foreach (var input in policy.Inputs)
        {
            json.WriteStartObject();
            JsonValues.WriteText(json, "name", input.Name);
            JsonValues.WriteKnown(json, "value", input.Value);
            JsonValues.WriteText(json, "origin", ExplanationWords.Of(input.Origin));
            JsonValues.WriteKnown(json, "source", input.Source);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        JsonValues.WriteCounts(json, "counts", policy.Counts);
        json.WriteStartArray("resources");
        foreach (var resource in policy.Resources)
            WriteResource(json, resource);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteResource(Utf8JsonWriter json, ExplainedResource resource)
    {
        json.WriteStartObject();
        json.WritePropertyName("finding");
        JsonFindings.Write(json, resource.Finding);
        WriteExpressions(json, "rules", resource.Rules);
        WriteExpressions(json, "variables", resource.Variables);
        WriteExpressions(json, "messages", resource.Messages);
        json.WriteEndObject();
    }

    private static void WriteExpressions(
        Utf8JsonWriter json, string name, ImmutableArray<ExplainedExpression> expressions)
    {
        json.WriteStartArray(name);
        foreach (var expression in expressions)
        {
            json.WriteStartObject();
            JsonValues.WriteText(json, "role", ExplanationWords.Of(expression.Role));
            JsonValues.WriteKnown(json, "name", expression.Name);
            JsonValues.WriteText(json, "file", expression.Place.File);
            json.WriteNumber("line", expression.Place.Line);
            json.WriteNumber("column", expression.Place.Column);
            JsonValues.WriteKnown(json, "because", expression.Because);
            json.WritePropertyName("tree");
            JsonNodes.Write(json, expression.Root);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
