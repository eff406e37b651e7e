using System.Collections.Immutable;
using System.Text.Json;
using PolicyEval.Reporting.Json;

namespace PolicyEval.Reporting.Oscal;

/// <summary>The shapes that several parts of the document share. An array is never empty: it is left out.</summary>
internal static class OscalJson
{
    public static void WriteUuid(Utf8JsonWriter json, string name, Guid uuid) => json.WriteString(name, uuid);

    /// <summary>A line of Markdown.</summary>
    public static void WriteLine(Utf8JsonWriter json, string name, string text) =>
        JsonValues.WriteText(json, name, OscalText.Line(text));

    /// <summary>Properties in the namespace of PolicyEval, but for those without a value.</summary>
    public static void WriteProps(Utf8JsonWriter json, params IEnumerable<(string Name, string? Value)> props)
    {
        var known = props.Select(prop => (prop.Name, Value: OscalText.Value(prop.Value)))
            .Where(prop => prop.Value is not null).ToImmutableArray();
        WriteAll(json, "props", known, prop =>
        {
            json.WriteString("name", prop.Name);
            json.WriteString("ns", OscalNames.Namespace);
            JsonValues.WriteText(json, "value", prop.Value!);
        });
    }

    /// <summary>An array with an object for each item, or nothing.</summary>
    public static void WriteAll<T>(
        Utf8JsonWriter json, string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count > 0)
            JsonValues.WriteAll(json, name, items, (_, item) => write(item));
    }

    /// <summary>An array of references under one name each, or nothing.</summary>
    public static void WriteReferences(
        Utf8JsonWriter json, string name, string reference, IReadOnlyCollection<Guid> uuids) =>
        WriteAll(json, name, uuids, uuid => WriteUuid(json, reference, uuid));
}
