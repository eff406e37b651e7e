using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Documents;

/// <summary>A mapping with a closed set of keys.</summary>
internal sealed record MappingForm : ValueForm
{
    private readonly FrozenDictionary<string, KeyForm> _byName;

    /// <summary>Makes a form.</summary>
    /// <param name="owner">What the mapping is, to begin a sentence: <c>A validation</c>.</param>
    /// <param name="keys">The keys, in the order in which authors should write them.</param>
    public MappingForm(string owner, params ImmutableArray<KeyForm> keys)
    {
        Owner = owner;
        Keys = keys;
        _byName = keys.ToFrozenDictionary(key => key.Name, StringComparer.Ordinal);
    }

    /// <summary>What the mapping is, to begin a sentence.</summary>
    public string Owner { get; }

    /// <summary>The keys.</summary>
    public ImmutableArray<KeyForm> Keys { get; }

    /// <summary>What holds between keys.</summary>
    public ImmutableArray<KeyRule> Rules { get; init; } = [];

    /// <summary>Where one key's word decides what others may be; else null.</summary>
    public FormVariants? Variants { get; init; }

    /// <summary>The key of a name, or null.</summary>
    public KeyForm? Find(string name) => _byName.GetValueOrDefault(name);
}
