using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Documents;

/// <summary>What holds where the deciding key has one word.</summary>
/// <param name="Word">The word.</param>
/// <param name="Excluded">The keys that the mapping then does not have.</param>
internal sealed record FormVariant(string Word, params ImmutableArray<string> Excluded)
{
    /// <summary>The form that one key's value has beyond what the mapping says; else null.</summary>
    public (string Key, ValueForm Form)? Narrower { get; init; }
}
