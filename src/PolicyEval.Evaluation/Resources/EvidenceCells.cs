using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Answers;

namespace PolicyEval.Evaluation.Resources;

/// <summary>Cites what was read.</summary>
internal static class EvidenceCells
{
    /// <summary>So many are compared with each other faster than a set is made.</summary>
    private const int FewCells = 16;

    /// <summary>A value as evidence.</summary>
    /// <param name="answer">The answer that holds it.</param>
    /// <param name="cell">The value.</param>
    public static EvidenceCell Of(Answer answer, JsonCell cell) =>
        new(answer.File!.Name, answer.File.Sha256, cell.Line, cell.Column, cell.Field, cell.Excerpt)
        {
            Pointer = cell.Pointer,
        };

    /// <summary>The cells that expressions read, in the order read and none twice, as evidence.</summary>
    public static ImmutableArray<EvidenceCell> Of(ReadOnlySpan<CelCell> read)
    {
        if (read.Length > FewCells)
            return [.. read.ToArray().Distinct().Select(CellOf).OfType<EvidenceCell>().Distinct()];
        var cells = ImmutableArray.CreateBuilder<EvidenceCell>(read.Length);
        for (var i = 0; i < read.Length; i++)
        {
            if (!read[..i].Contains(read[i]) && CellOf(read[i]) is { } cell && !cells.Contains(cell))
                cells.Add(cell);
        }

        return cells.DrainToImmutable();
    }

    private static EvidenceCell? CellOf(CelCell cell) => ((EvidenceRecord)cell.Record).CellAt(cell.Slot);
}
