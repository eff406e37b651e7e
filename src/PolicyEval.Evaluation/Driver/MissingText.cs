using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Driver;

/// <summary>The sentence that says which evidence is missing, and why.</summary>
internal static class MissingText
{
    /// <summary>
    /// A clause for each cell that stands in the evidence, whose place <see cref="MissingEvidence.Cell"/> tells; cells
    /// that do not stand there, by the reason they share.
    /// </summary>
    public static string Describe(ImmutableArray<MissingEvidence> missing)
    {
        var clauses = new List<string>();
        foreach (var group in missing.GroupBy(m => (m.File, m.Why, HasCell: m.Cell is not null)))
        {
            if (group.Key.HasCell)
            {
                clauses.AddRange(group.Select(m => $"{m.Field} {m.Why}"));
                continue;
            }
            var fields = string.Join(", ", group.Select(m => m.Field));
            clauses.Add($"{fields}: {group.Key.Why} ({group.Key.File})");
        }
        return string.Join("; ", clauses);
    }

    /// <summary><c>file:line:column</c>.</summary>
    public static string PlaceOf(EvidenceCell cell) =>
        FormattableString.Invariant($"{cell.File}:{cell.Line}:{cell.Column}");
}
