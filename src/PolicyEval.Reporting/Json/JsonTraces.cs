using System.Collections.Immutable;
using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Json;

/// <summary>Writes how a finding came about.</summary>
internal static class JsonTraces
{
    public static void Write(Utf8JsonWriter json, ImmutableArray<RuleTrace> traces)
    {
        json.WriteStartArray("trace");
        foreach (var trace in traces)
        {
            json.WriteStartObject();
            JsonValues.WriteText(json, "role", ResultWords.Of(trace.Role));
            JsonValues.WriteText(json, "name", trace.Name);
            JsonValues.WriteText(json, "because", trace.Because);
            json.WriteStartArray("rows");
            foreach (var row in trace.Rows)
                WriteRow(json, row);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, TraceRow row)
    {
        json.WriteStartObject();
        json.WriteNumber("depth", row.Depth);
        JsonValues.WriteText(json, "expression", row.Expression);
        JsonValues.WriteKnown(json, "value", row.Value);
        JsonValues.WriteKnown(json, "skipped", ResultWords.Of(row.Skipped));
        JsonValues.WriteKnown(json, "note", row.Note);
        json.WriteEndObject();
    }
}
