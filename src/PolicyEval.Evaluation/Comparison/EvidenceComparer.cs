using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Comparison;

/// <summary>Compares what decided two findings by file, field and value: never by line, pointer or digest.</summary>
internal static class EvidenceComparer
{
    /// <summary>The fields of which other texts are cited, sorted by file and field.</summary>
    public static ImmutableArray<EvidenceChange> Compare(IEnumerable<CitedText> old, IEnumerable<CitedText> current)
    {
        var (before, after) = (old.ToLookup(KeyOf), current.ToLookup(KeyOf));
        return
        [
            .. before.Select(group => group.Key).Union(after.Select(group => group.Key))
                .OrderBy(key => key.File, StringComparer.Ordinal)
                .ThenBy(key => key.Field, StringComparer.Ordinal)
                .ThenBy(key => key.IsMissing)
                .Select(key => Compare(key, [.. before[key]], [.. after[key]]))
                .Where(change => !change.Old.IsEmpty || !change.New.IsEmpty),
        ];
    }

    private static (string File, string Field, bool IsMissing) KeyOf(CitedText text) =>
        (text.File, text.Field, text.IsMissing);

    private static EvidenceChange Compare(
        (string File, string Field, bool IsMissing) key,
        ImmutableArray<CitedText> old,
        ImmutableArray<CitedText> current) =>
        new(
            key.File, key.Field, key.IsMissing,
            old is [{ IsInList: false }] && current is [{ IsInList: false }],
            Without(old, current), Without(current, old));

    /// <summary>The texts that the others do not have, each as often as it is there more often.</summary>
    private static ImmutableArray<string> Without(ImmutableArray<CitedText> texts, ImmutableArray<CitedText> others)
    {
        var rest = others.CountBy(other => other.Text, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. texts.Select(each => each.Text).Order(StringComparer.Ordinal)
                .Where(text => (rest[text] = rest.GetValueOrDefault(text) - 1) < 0),
        ];
    }
}
