using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Answers;

namespace PolicyEval.Evaluation.Resources;

/// <summary>Cites what was read.</summary>
internal static class EvidenceCells
{
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
        Span<CelCell> cells = read.ToArray();
        cells = cells[..Folding.Fold(cells)];
        Span<EvidenceCell> evidence = new EvidenceCell[cells.Length];
        var count = 0;
        foreach (var cell in cells)
        {
            if (CellOf(cell) is { } cited)
                evidence[count++] = cited;
        }

        // Two records may tell of one cell.
        return [.. evidence[..Folding.Fold(evidence[..count])]];
    }

    private static EvidenceCell? CellOf(CelCell cell) => ((EvidenceRecord)cell.Record).CellAt(cell.Slot);
}
