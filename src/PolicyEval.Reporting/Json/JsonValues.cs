using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Json;

/// <summary>The shapes that several parts of the document share.</summary>
internal static class JsonValues
{
    private static readonly SearchValues<char> Invisible = SearchValues.Create(
        "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff");

    /// <summary>
    /// A string, exactly. Marks that turn the direction of a line or hide in it are escaped, for a report is also
    /// read in terminals and editors: the encoder leaves them, so such a string is written in ASCII.
    /// </summary>
    public static void WriteText(Utf8JsonWriter json, string name, string value)
    {
        if (Hides(value))
            json.WriteString(name, InAscii(value));
        else
            json.WriteString(name, value);
    }

    /// <summary>The same with a name in UTF-8: for what is written millions of times.</summary>
    public static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, string value)
    {
        if (Hides(value))
            json.WriteString(name, InAscii(value));
        else
            json.WriteString(name, value);
    }

    /// <summary>What is not known is null, never an empty string.</summary>
    public static void WriteKnown(Utf8JsonWriter json, string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            json.WriteNull(name);
        else
            WriteText(json, name, value);
    }

    /// <summary>The same with a name in UTF-8.</summary>
    public static void WriteKnown(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            json.WriteNull(name);
        else
            WriteText(json, name, value);
    }

    /// <summary>A value of a parameter under its own type; a duration is text.</summary>
    public static void WriteTyped(Utf8JsonWriter json, string name, string type, string value)
    {
        if (type == "int" && long.TryParse(value, CultureInfo.InvariantCulture, out var number))
            json.WriteNumber(name, number);
        else if (type == "bool" && bool.TryParse(value, out var truth))
            json.WriteBoolean(name, truth);
        else
            WriteText(json, name, value);
    }

    public static void WriteStrings(Utf8JsonWriter json, string name, ImmutableArray<string> values) =>
        WriteStrings(json, Encoding.UTF8.GetBytes(name), values);

    /// <summary>The same with a name in UTF-8.</summary>
    public static void WriteStrings(Utf8JsonWriter json, ReadOnlySpan<byte> name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            if (Hides(value))
                json.WriteStringValue(InAscii(value));
            else
                json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>An array with an object for each item.</summary>
    public static void WriteAll<T>(
        Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteSeverity(Utf8JsonWriter json, string name, Severity? severity)
    {
        if (severity is { } known)
            WriteText(json, name, ResultWords.Of(known));
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

    // None of the marks is ASCII, as nearly all text is that is written here.
    private static bool Hides(string value) => !Ascii.IsValid(value) && value.AsSpan().ContainsAny(Invisible);

    // Encoding refuses half a surrogate pair, which UTF-8 cannot hold: it becomes U+FFFD here as everywhere else.
    private static JsonEncodedText InAscii(string value) =>
        JsonEncodedText.Encode(Encoding.UTF8.GetBytes(value), JavaScriptEncoder.Default);
}
