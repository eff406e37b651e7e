using System.Collections.Immutable;
using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Yaml;

/// <summary>Keys with values, in the order of the file, no key twice. Immutable.</summary>
public sealed class YamlMapping : YamlNode
{
    /// <summary>Makes a mapping.</summary>
    public YamlMapping(TextSpan span, ImmutableArray<YamlEntry> entries)
        : base(span) => Entries = entries;

    /// <summary>The entries, in order.</summary>
    public ImmutableArray<YamlEntry> Entries { get; }

    /// <inheritdoc/>
    public override string Shape => "a mapping";

    /// <summary>The value of a key, or null.</summary>
    public YamlNode? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Value == key)
                return entry.Value;
        }
        return null;
    }
}
