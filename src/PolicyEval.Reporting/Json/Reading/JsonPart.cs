using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Diagnostics;

namespace PolicyEval.Reporting.Json.Reading;

/// <summary>An object of a report. What is not there, or is something else, ends the reading with its place.</summary>
/// <param name="Text">The report.</param>
/// <param name="Element">The object.</param>
internal readonly record struct JsonPart(ReportText Text, JsonElement Element)
{
    private const string InstantForm = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    /// <summary>A string.</summary>
    public string String(string name) => StringOf(Member(name), name);

    /// <summary>A string, empty for null.</summary>
    public string Known(string name) => StringOrNull(name) ?? "";

    public string? StringOrNull(string name) =>
        Member(name) is { ValueKind: not JsonValueKind.Null } value ? StringOf(value, name) : null;

    /// <summary>An instant as reports write it, or null.</summary>
    public string? InstantOrNull(string name) => IsNull(name) ? null : Instant(name);

    /// <summary>An instant as reports write it: RFC 3339 in UTC.</summary>
    public string Instant(string name) =>
        String(name) is var text && DateTimeOffset.TryParseExact(
            text, InstantForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
                ? text
                : throw Wrong(name, "an instant such as 2026-01-31T06:00:00Z");

    public ImmutableArray<string> Strings(string name)
    {
        var part = this;
        return [.. Items(name).Select(item => part.StringOf(item, name))];
    }

    /// <summary>Names of controls, as findings have them: <c>FRAMEWORK/CONTROL</c>.</summary>
    public ImmutableArray<string> ControlNames(string name)
    {
        var part = this;
        return [.. Items(name).Select(item => part.ControlNameOf(item, name))];
    }

    public ImmutableArray<string>? StringsOrNull(string name) => IsNull(name) ? null : Strings(name);

    public bool Bool(string name) => Member(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        var value => throw Wrong(value, name, "true or false"),
    };

    public bool? BoolOrNull(string name) => IsNull(name) ? null : Bool(name);

    /// <summary>A whole number that is not negative.</summary>
    public long Long(string name) => NumberOf(Member(name), name);

    public long? LongOrNull(string name) => IsNull(name) ? null : Long(name);

    /// <summary>The same, of a size that fits places and counts.</summary>
    public int Int(string name) => IntOf(Member(name), name);

    public int? IntOrNull(string name) => IsNull(name) ? null : Int(name);

    public ImmutableArray<int> Ints(string name)
    {
        var part = this;
        return [.. Items(name).Select(item => part.IntOf(item, name))];
    }

    /// <summary>A word of a closed set.</summary>
    public T Word<T>(string name, IReadOnlyDictionary<string, T> words) =>
        words.TryGetValue(String(name), out var value)
            ? value
            : throw Wrong(Member(name), name, $"one of {string.Join(", ", words.Keys.Order(StringComparer.Ordinal))}");

    public T? WordOrNull<T>(string name, IReadOnlyDictionary<string, T> words)
        where T : struct => IsNull(name) ? null : Word(name, words);

    /// <summary>A string, a number or a truth value, as the text that it stands for.</summary>
    public string Scalar(string name) => ScalarOf(Member(name), name);

    /// <summary>Every property with the text that it stands for and whether that is a string.</summary>
    public IEnumerable<(string Name, string Text, JsonValueKind Kind)> Scalars()
    {
        var part = this;
        return Element.EnumerateObject().Select(
            member => (part.NameOf(member), part.ScalarOf(member.Value, part.NameOf(member)), member.Value.ValueKind));
    }

    public JsonPart Part(string name) => PartOf(Member(name), name);

    public JsonPart? PartOrNull(string name) => IsNull(name) ? null : Part(name);

    public IEnumerable<JsonPart> Parts(string name)
    {
        var part = this;
        return Items(name).Select(item => part.PartOf(item, name));
    }

    /// <summary>Whether there is such a property: one that earlier versions of the format did not have.</summary>
    public bool Has(string name) => Element.TryGetProperty(name, out _);

    /// <summary>The object itself, if it is one.</summary>
    public static JsonPart Of(ReportText text, JsonElement element, string name) =>
        new JsonPart(text, element).PartOf(element, name);

    /// <summary>What ends the reading because a property is not what it must be.</summary>
    public UnreadableReportException Wrong(string name, string expected) => Wrong(Member(name), name, expected);

    /// <summary>An error about one of its properties.</summary>
    public UnreadableReportException Error(DiagnosticDescriptor descriptor, string name, string argument) =>
        Text.Error(descriptor, Member(name), argument);

    /// <summary>The text of a value.</summary>
    public static string StringOf(ReportText text, JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.String)
            throw Wrong(text, value, name, "a string");
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // So the library calls half a surrogate pair, and bytes that are no UTF-8.
            throw Wrong(text, value, name, "text in Unicode");
        }
    }

    /// <summary>What ends the reading because a property is not what it must be.</summary>
    public static UnreadableReportException Wrong(ReportText text, JsonElement value, string name, string expected) =>
        text.Error(ReportDescriptors.NotAReport, value, $"\"{name}\" must be {expected}");

    private UnreadableReportException Wrong(JsonElement value, string name, string expected) =>
        Wrong(Text, value, name, expected);

    private string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            throw Wrong(Element, "a name", "text in Unicode");
        }
    }

    private JsonElement Member(string name) => Element.TryGetProperty(name, out var value)
        ? value
        : throw Text.Error(ReportDescriptors.NotAReport, Element, $"\"{name}\" is missing here");

    private bool IsNull(string name) => Member(name).ValueKind == JsonValueKind.Null;

    private JsonElement.ArrayEnumerator Items(string name) => Member(name) is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray()
        : throw Wrong(Member(name), name, "a list");

    private JsonPart PartOf(JsonElement value, string name) => value.ValueKind == JsonValueKind.Object
        ? new JsonPart(Text, value)
        : throw Wrong(value, name, "an object");

    private string StringOf(JsonElement value, string name) => StringOf(Text, value, name);

    private string ControlNameOf(JsonElement value, string name) =>
        StringOf(value, name) is var text && text.IndexOf('/') is var slash && slash > 0 && slash < text.Length - 1
            ? text
            : throw Wrong(value, name, "a list of FRAMEWORK/CONTROL, as in cis_v130/1.4");

    private long NumberOf(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= 0
            ? number
            : throw Wrong(value, name, "a whole number that is not negative");

    private int IntOf(JsonElement value, string name) => NumberOf(value, name) is <= int.MaxValue and var number
        ? (int)number
        : throw Wrong(value, name, $"a number up to {int.MaxValue}");

    private string ScalarOf(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.String => StringOf(value, name),
        JsonValueKind.Number when value.TryGetInt64(out _) => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => throw Wrong(value, name, "a string, a whole number, true or false"),
    };
}
