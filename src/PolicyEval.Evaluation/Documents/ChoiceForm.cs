using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Documents;

/// <summary>One of a closed set of words.</summary>
/// <param name="Words">The words, in the order in which messages name them.</param>
internal abstract record ChoiceForm(ImmutableArray<string> Words) : ValueForm;

/// <summary>One of a closed set of words, with what each means to the program.</summary>
internal sealed record ChoiceForm<T> : ChoiceForm
    where T : struct
{
    private readonly FrozenDictionary<string, T> _values;

    /// <summary>Makes a choice.</summary>
    public ChoiceForm(params IReadOnlyList<(string Word, T Value)> choices)
        : base([.. choices.Select(choice => choice.Word)]) =>
        _values = choices.ToFrozenDictionary(choice => choice.Word, choice => choice.Value, StringComparer.Ordinal);

    /// <summary>What a word means, or null.</summary>
    public T? Find(string word) => _values.TryGetValue(word, out var value) ? value : null;
}
