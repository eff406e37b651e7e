using PolicyEval.Evaluation.Results;
using PolicyEval.Snapshots.Answers;

namespace PolicyEval.Evaluation.Resources;

/// <summary>Cites values of JSON answers.</summary>
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
}
