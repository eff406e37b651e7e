using System.Collections.Immutable;
using System.Text.Json;

namespace PolicyEval.Reporting.Rechecking;

/// <summary>
/// Compares all of a report but its findings with the one that is derived again, value by value: inputs, controls,
/// accounts, waivers, diagnostics and the summary. The program's version does not count, nor do folders: who checks a
/// report may have the files elsewhere.
/// </summary>
internal sealed class DocumentComparer
{
    private static readonly HashSet<string> Skipped =
        new(["formatVersion", "tool", "findings"], StringComparer.Ordinal);

    private static readonly HashSet<string> Paths =
        new(["path", "origin", "file", "source", "severitySource"], StringComparer.Ordinal);

    private readonly bool _isOlder;
    private readonly ImmutableArray<RecheckDifference>.Builder _differences;

    private DocumentComparer(bool isOlder, ImmutableArray<RecheckDifference>.Builder differences) =>
        (_isOlder, _differences) = (isOlder, differences);

    /// <summary>Adds what is not the same, at most one difference for a value.</summary>
    /// <param name="report">The report, as it was saved.</param>
    /// <param name="again">The one that is derived again.</param>
    /// <param name="differences">Takes them.</param>
    public static void Compare(
        ReadOnlyMemory<byte> report,
        ReadOnlyMemory<byte> again,
        ImmutableArray<RecheckDifference>.Builder differences)
    {
        using var saved = JsonDocument.Parse(report[(report.Span.StartsWith("\uFEFF"u8) ? 3 : 0)..]);
        using var derived = JsonDocument.Parse(again);
        var isOlder = saved.RootElement.GetProperty("formatVersion").GetString()
            != derived.RootElement.GetProperty("formatVersion").GetString();
        var comparer = new DocumentComparer(isOlder, differences);
        foreach (var property in derived.RootElement.EnumerateObject().Where(p => !Skipped.Contains(p.Name)))
            comparer.Compare(property.Name, property.Name, saved.RootElement, property.Value);
    }

    private void Compare(string place, string name, JsonElement savedParent, JsonElement derived)
    {
        if (savedParent.TryGetProperty(name, out var saved))
            CompareValues(place, name, saved, derived);
        else if (!_isOlder)
            Add(place, "the report does not have it");
    }

    private void CompareValues(string place, string name, JsonElement saved, JsonElement derived)
    {
        if (saved.ValueKind != derived.ValueKind)
            Add(place, $"the report says {TextOf(saved)}, derived is {TextOf(derived)}");
        else if (derived.ValueKind == JsonValueKind.Object)
            CompareObjects(place, saved, derived);
        else if (derived.ValueKind == JsonValueKind.Array)
            CompareArrays(place, name, saved, derived);
        else if (ValueOf(name, saved) != ValueOf(name, derived))
            Add(place, $"the report says {TextOf(saved)}, derived is {TextOf(derived)}");
    }

    private void CompareObjects(string place, JsonElement saved, JsonElement derived)
    {
        foreach (var property in derived.EnumerateObject())
            Compare($"{place}/{property.Name}", property.Name, saved, property.Value);
        foreach (var property in saved.EnumerateObject().Where(p => !derived.TryGetProperty(p.Name, out _)))
            Add($"{place}/{property.Name}", "nothing gives it now");
    }

    private void CompareArrays(string place, string name, JsonElement saved, JsonElement derived)
    {
        if (saved.GetArrayLength() != derived.GetArrayLength())
            Add(place, FormattableString.Invariant(
                $"the report has {saved.GetArrayLength()}, derived are {derived.GetArrayLength()}"));
        var pairs = saved.EnumerateArray().Zip(derived.EnumerateArray()).Index();
        foreach (var (index, (one, other)) in pairs)
            CompareValues(FormattableString.Invariant($"{place}/{index}"), name, one, other);
    }

    private static string ValueOf(string name, JsonElement value)
    {
        var text = value.ToString();
        return Paths.Contains(name) ? text[(text.LastIndexOfAny(['/', '\\']) + 1)..] : text;
    }

    private void Add(string place, string what) => _differences.Add(new RecheckDifference("/" + place, what));

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => value.GetRawText(),
    };
}
