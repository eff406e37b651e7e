using System.Collections.Immutable;
using System.Text.Json;

namespace PolicyEval.Reporting.Rechecking;

/// <summary>
/// Compares a report with the one that is derived again, value by value: inputs, controls, accounts, waivers,
/// diagnostics and the summary; and its findings with what was understood of them, which others compare. Nothing may
/// stand in a report that nobody derives. The version of another program does not count, nor do folders where the files
/// may lie elsewhere.
/// </summary>
internal sealed class DocumentComparer
{
    private const string Format = "formatVersion";
    private const string Findings = "findings";
    private const string Version = "tool/version";

    private static readonly HashSet<string> Paths =
        new(["path", "origin", "file", "source", "severitySource"], StringComparer.Ordinal);

    private readonly bool _isMoved;
    private readonly bool _isOlder;
    private readonly ImmutableArray<RecheckDifference>.Builder _differences;
    private readonly List<string> _lacking = [];

    private DocumentComparer(bool isMoved, bool isOlder, ImmutableArray<RecheckDifference>.Builder differences) =>
        (_isMoved, _isOlder, _differences) = (isMoved, isOlder, differences);

    /// <summary>Adds what is not the same, at most one difference for a value.</summary>
    /// <param name="report">The report, as it was saved.</param>
    /// <param name="understood">What this program read of it, written again.</param>
    /// <param name="again">The one that is derived again, without its findings.</param>
    /// <param name="isMoved">Whether the files may lie elsewhere now.</param>
    /// <param name="differences">Takes them.</param>
    /// <returns>
    /// The places of what is derived and a report of its older format does not have: of another version's report only,
    /// as each version writes one format.
    /// </returns>
    public static IReadOnlyList<string> Compare(
        ReadOnlyMemory<byte> report,
        ReadOnlyMemory<byte> understood,
        ReadOnlyMemory<byte> again,
        bool isMoved,
        ImmutableArray<RecheckDifference>.Builder differences)
    {
        using var saved = JsonDocument.Parse(report[(report.Span.StartsWith("\uFEFF"u8) ? 3 : 0)..]);
        using var read = JsonDocument.Parse(understood);
        using var derived = JsonDocument.Parse(again);
        var (root, other) = (saved.RootElement, derived.RootElement);
        var isOtherFormat = TextOf(root.GetProperty(Format)) != TextOf(other.GetProperty(Format));
        var isOlder = isOtherFormat && VersionOf(root) != VersionOf(other);
        var comparer = new DocumentComparer(isMoved, isOlder, differences);
        if (isOtherFormat && !isOlder)
            comparer.Add(Format, $"version {VersionOf(root)} writes {TextOf(other.GetProperty(Format))}");
        foreach (var property in other.EnumerateObject().Where(p => p.Name is not Format and not Findings))
            comparer.Compare(property.Name, property.Name, root, property.Value);
        foreach (var property in root.EnumerateObject().Where(p => !other.TryGetProperty(p.Name, out _)))
            comparer.Add(property.Name, "nothing gives it now");
        if (!isOlder)
            comparer.CompareFindings(root.GetProperty(Findings), read.RootElement.GetProperty(Findings));
        return comparer._lacking;
    }

    /// <summary>Nothing stands in a finding but what was understood, and so compared, of it.</summary>
    private void CompareFindings(JsonElement saved, JsonElement understood)
    {
        foreach (var (index, (one, other)) in saved.EnumerateArray().Zip(understood.EnumerateArray()).Index())
        {
            if (!JsonElement.DeepEquals(one, other))
                Add(FormattableString.Invariant($"{Findings}/{index}"), "it has more than a finding has");
        }
    }

    private static string VersionOf(JsonElement root) => TextOf(root.GetProperty("tool").GetProperty("version"));

    private void Compare(string place, string name, JsonElement savedParent, JsonElement derived)
    {
        if (place == Version)
            return;
        if (savedParent.TryGetProperty(name, out var saved))
            CompareValues(place, name, saved, derived);
        else if (_isOlder)
            _lacking.Add("/" + place);
        else
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

    private string ValueOf(string name, JsonElement value)
    {
        var text = value.ToString();
        return _isMoved && Paths.Contains(name) ? text[(text.LastIndexOfAny(['/', '\\']) + 1)..] : text;
    }

    private void Add(string place, string what) => _differences.Add(new RecheckDifference("/" + place, what));

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => value.GetRawText(),
    };
}
