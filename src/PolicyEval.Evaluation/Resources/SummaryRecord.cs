using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Resources;

/// <summary>
/// The account summary as <c>account.summary</c>; the slots are those of <see cref="SummaryFields"/>. Immutable.
/// </summary>
internal sealed class SummaryRecord : EvidenceRecord
{
    private readonly Answer _answer;
    private readonly JsonCell?[] _cells;

    /// <summary>Makes the record.</summary>
    /// <param name="answer">GetAccountSummary's answer; a snapshot of several accounts never has one.</param>
    public SummaryRecord(Answer answer)
    {
        _answer = answer;
        _cells = [.. SummaryFields.All.Select(name =>
            answer.Status == AnswerStatus.Given ? answer.Find("SummaryMap/" + name) : null)];
    }

    /// <inheritdoc/>
    public override CelType Type => ResourceSchema.Summary.Type;

    /// <inheritdoc/>
    public override CelValue Get(int slot, CelFrame frame)
    {
        frame.Trace?.Add(this, slot);
        return _cells[slot]?.Int is { } value ? CelValue.Of(value) : Unknown(slot);
    }

    /// <inheritdoc/>
    public override CelValue GetToken(int slot, CelFrame frame)
    {
        frame.Trace?.Add(this, slot);
        return _cells[slot] is { } cell ? CelValue.Of(cell.Raw) : Unknown(slot);
    }

    /// <inheritdoc/>
    public override EvidenceCell? CellAt(int slot) =>
        _cells[slot] is { } cell ? EvidenceCells.Of(_answer, cell) : null;

    /// <inheritdoc/>
    public override bool IsFileGiven(int slot) => _answer.Status != AnswerStatus.NotGiven;

    /// <inheritdoc/>
    public override bool IsCompanion(int slot) => true;

    /// <inheritdoc/>
    public override MissingEvidence MissingAt(int slot) =>
        new(
            _answer.File?.Name ?? EvidenceFiles.AccountSummary, SummaryFields.All[slot], Why(slot),
            EvidenceFiles.CommandOf(EvidenceFiles.AccountSummary))
        {
            Cell = CellAt(slot),
        };

    private string Why(int slot) => _answer.Status switch
    {
        AnswerStatus.NotGiven => Absence.NotGiven,
        AnswerStatus.Denied or AnswerStatus.NoSuchEntity => Absence.Denied(_answer),
        _ => _cells[slot] is not { } cell ? Absence.NoProperty
            : cell.Int is null ? Absence.NotAnInteger
            : Absence.NotAllHere,
    };
}
