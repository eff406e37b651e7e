using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Comparison;

/// <summary>Compares what decided two findings by file, field and value: never by line, pointer or digest.</summary>
internal static class EvidenceComparer
{
    /// <summary>The fields whose values differ, sorted by file and field.</summary>
    public static ImmutableArray<EvidenceChange> Compare(Finding old, Finding current)
    {
        var (before, after) = (TextsOf(old), TextsOf(current));
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

    private static EvidenceChange Compare(
        (string File, string Field, bool IsMissing) key, ImmutableArray<string> old, ImmutableArray<string> current) =>
        new(key.File, key.Field, key.IsMissing, Without(old, current), Without(current, old));

    /// <summary>The texts that the others do not have, each as often as it is there more often.</summary>
    private static ImmutableArray<string> Without(ImmutableArray<string> texts, ImmutableArray<string> others)
    {
        var rest = others.CountBy(text => text, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. texts.Order(StringComparer.Ordinal)
                .Where(text => (rest[text] = rest.GetValueOrDefault(text) - 1) < 0),
        ];
    }

    private static ILookup<(string File, string Field, bool IsMissing), string> TextsOf(Finding finding)
    {
        var values = finding.Evidence.Select(e => (Key: (e.File, e.Field, IsMissing: false), Text: e.Value));
        var missing = finding.Missing.Select(m => (Key: (m.File, m.Field, IsMissing: true), Text: m.Why));
        return values.Concat(missing).ToLookup(text => text.Key, text => text.Text);
    }
}
