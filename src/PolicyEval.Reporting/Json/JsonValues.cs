using System.Collections.Immutable;
using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Json;

/// <summary>The shapes that several parts of the document share.</summary>
internal static class JsonValues
{
    /// <summary>What is not known is null, never an empty string.</summary>
    public static void WriteKnown(Utf8JsonWriter json, string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            json.WriteNull(name);
        else
            json.WriteString(name, value);
    }

    public static void WriteStrings(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    public static void WriteSeverity(Utf8JsonWriter json, string name, Severity? severity)
    {
        if (severity is { } known)
            json.WriteString(name, ResultWords.Of(known));
        else
            json.WriteNull(name);
    }

    /// <summary>The counts under the very words that <c>outcome</c> uses, so that one looks up the other.</summary>
    public static void WriteCounts(Utf8JsonWriter json, string name, OutcomeCounts counts)
    {
        json.WriteStartObject(name);
        foreach (var outcome in Enum.GetValues<Outcome>())
            json.WriteNumber(ResultWords.Of(outcome), ResultWords.CountOf(counts, outcome));
        json.WriteNumber("waived", counts.Waived);
        json.WriteNumber("total", counts.Total);
        json.WriteEndObject();
    }
}
