using System.Text.Json;
using PolicyEval.Evaluation.Explaining;
using PolicyEval.Language.Values;
using PolicyEval.Reporting.Json;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Explaining;

/// <summary>Writes the nodes of an explained tree, all of them.</summary>
internal static class JsonNodes
{
    public static void Write(Utf8JsonWriter json, ExplainedNode node)
    {
        json.WriteStartObject();
        JsonValues.WriteText(json, "kind", Words(node.Node.Kind.ToString()));
        JsonValues.WriteKnown(json, "name", node.Node.Name);
        JsonValues.WriteText(json, "text", node.Text);
        JsonValues.WriteText(json, "type", node.Node.Type.ToString());
        JsonValues.WriteKnown(json, "valueKind", node.Value is { } value ? Words(value.Kind.ToString()) : null);
        JsonValues.WriteKnown(json, "value", TextOf(node.Value));
        JsonValues.WriteKnown(json, "skipped", ResultWords.Of(node.Skipped));
        JsonValues.WriteKnown(json, "variable", node.Variable);
        WriteTurn(json, node.Turn);
        JsonFindings.WriteEvidence(json, node.Evidence);
        JsonFindings.WriteMissing(json, node.Missing);
        json.WriteStartArray("children");
        foreach (var child in node.Children)
            Write(json, child);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A value as CEL writes it, an error as its message; an unknown has none.</summary>
    private static string? TextOf(CelValue? value) => value switch
    {
        null or { Kind: CelKind.Unknown } => null,
        { Kind: CelKind.Error } error => error.AsError.Message,
        { } known => known.ToString(),
    };

    private static void WriteTurn(Utf8JsonWriter json, LoopTurn? turn)
    {
        if (turn is null)
        {
            json.WriteNull("turn");
            return;
        }
        json.WriteStartObject("turn");
        json.WriteNumber("number", turn.Number);
        json.WriteNumber("count", turn.Count);
        json.WriteBoolean("decides", turn.Decides);
        JsonValues.WriteText(json, "element", turn.Element.ToString());
        json.WriteEndObject();
    }

    private static string Words(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
