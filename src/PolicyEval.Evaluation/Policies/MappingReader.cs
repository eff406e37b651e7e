using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Yaml;

namespace PolicyEval.Evaluation.Policies;

/// <summary>
/// Reads the keys of one mapping and reports every mistake. Answers null for what is missing or wrong, so that reading
/// goes on; <see cref="Finish"/> reports the keys that nobody asked for.
/// </summary>
internal sealed class MappingReader
{
    private readonly YamlMapping _mapping;
    private readonly string _owner;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Starts reading.</summary>
    /// <param name="scope">The document.</param>
    /// <param name="mapping">The mapping.</param>
    /// <param name="owner">What the mapping is, to begin a sentence: <c>A validation</c>.</param>
    public MappingReader(DocumentScope scope, YamlMapping mapping, string owner)
    {
        Scope = scope;
        _mapping = mapping;
        _owner = owner;
    }

    /// <summary>The document.</summary>
    public DocumentScope Scope { get; }

    /// <summary>The mapping itself, for diagnostics about the whole.</summary>
    public YamlMapping Node => _mapping;

    /// <summary>Starts reading a node that must be a mapping; null after a diagnostic.</summary>
    public static MappingReader? Of(DocumentScope scope, YamlNode node, string key, string owner)
    {
        if (node is YamlMapping mapping)
            return new MappingReader(scope, mapping, owner);
        scope.Report(PolicyDescriptors.WrongShape, node, key, "a mapping", node.Shape);
        return null;
    }

    /// <summary>The value of a key; null where it is missing or says nothing.</summary>
    public YamlNode? Optional(string key)
    {
        _known.Add(key);
        return _mapping.Find(key) is { } node and not YamlScalar { IsNull: true } ? node : null;
    }

    /// <summary>The value of a key; null after a diagnostic where it is missing.</summary>
    public YamlNode? Required(string key)
    {
        if (Optional(key) is { } node)
            return node;
        Scope.Report(PolicyDescriptors.MissingKey, _mapping.Find(key) ?? FirstKey(), key, _owner);
        return null;
    }

    /// <summary>A text; null where it is missing or wrong.</summary>
    public YamlScalar? OptionalText(string key) => Optional(key) is { } node ? AsText(key, node) : null;

    /// <summary>A text that must be there and not be empty; null after a diagnostic.</summary>
    public YamlScalar? RequiredText(string key)
    {
        if (Required(key) is not { } node || AsText(key, node) is not { } text)
            return null;
        if (!string.IsNullOrWhiteSpace(text.Value))
            return text;
        Scope.Report(PolicyDescriptors.EmptyText, text, key);
        return null;
    }

    /// <summary>A text's value, trimmed at its end; empty where it is missing or wrong.</summary>
    public string TextOrEmpty(string key) => OptionalText(key)?.Value.TrimEnd() ?? "";

    /// <summary>A required text's value, trimmed at its end; empty after a diagnostic.</summary>
    public string RequiredTextOrEmpty(string key) => RequiredText(key)?.Value.TrimEnd() ?? "";

    /// <summary>A nested mapping; null where it is missing or wrong.</summary>
    public MappingReader? OptionalMapping(string key, string owner) =>
        Optional(key) is { } node ? Of(Scope, node, key, owner) : null;

    /// <summary>A nested mapping that must be there; null after a diagnostic.</summary>
    public MappingReader? RequiredMapping(string key, string owner) =>
        Required(key) is { } node ? Of(Scope, node, key, owner) : null;

    /// <summary>The items of a list; none where it is missing or wrong.</summary>
    public IEnumerable<YamlNode> Items(string key) => OptionalOf<YamlSequence>(key, "a list")?.Items ?? [];

    /// <summary>The items of a list that are mappings; the others are reported.</summary>
    public IEnumerable<MappingReader> Mappings(string key, string owner)
    {
        foreach (var item in Items(key))
        {
            if (Of(Scope, item, key, owner) is { } reader)
                yield return reader;
        }
    }

    /// <summary>The entries of a nested mapping whose keys are names of the author's own.</summary>
    public IEnumerable<YamlEntry> Entries(string key) => OptionalOf<YamlMapping>(key, "a mapping")?.Entries ?? [];

    /// <summary>
    /// The value of a text out of a closed set; null after a diagnostic, or where an optional key is missing.
    /// </summary>
    public T? OneOf<T>(string key, IReadOnlyDictionary<string, T> values, bool required = true)
        where T : struct
    {
        if ((required ? RequiredText(key) : OptionalText(key)) is not { } text)
            return null;
        if (values.TryGetValue(text.Value, out var value))
            return value;
        Scope.ReportName(
            PolicyDescriptors.NotOneOf, text, text.Value, values.Keys, key, text.Value, string.Join(", ", values.Keys));
        return null;
    }

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void Finish()
    {
        foreach (var entry in _mapping.Entries)
        {
            var name = entry.Key.Value;
            if (!_known.Contains(name))
                Scope.ReportName(PolicyDescriptors.UnknownKey, entry.Key, name, _known, name, _owner);
        }
    }

    /// <summary>A node that must be text; null after a diagnostic.</summary>
    public YamlScalar? AsText(string key, YamlNode node)
    {
        if (node is YamlScalar { IsNull: false } scalar)
            return scalar;
        Scope.Report(PolicyDescriptors.WrongShape, node, key, "text", node.Shape);
        return null;
    }

    private T? OptionalOf<T>(string key, string shape)
        where T : YamlNode
    {
        if (Optional(key) is not { } node)
            return null;
        if (node is T wanted)
            return wanted;
        Scope.Report(PolicyDescriptors.WrongShape, node, key, shape, node.Shape);
        return null;
    }

    private YamlNode FirstKey() => _mapping.Entries.IsEmpty ? _mapping : _mapping.Entries[0].Key;
}
