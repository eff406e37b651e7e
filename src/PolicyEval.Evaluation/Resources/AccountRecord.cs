using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Evaluation.Resources.Joins;
using PolicyEval.Evaluation.Resources.Tables;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Resources;

/// <summary>
/// An account as <c>account</c>: what it knows of itself stands in the ARN of its first row, or where there is no
/// report in an ARN of the answers; the rest in the answers. Any number of threads may read.
/// </summary>
internal sealed class AccountRecord : EvidenceRecord
{
    private readonly ReportState _report;
    private readonly SnapshotAccount? _account;
    private readonly SummaryRecord _summary;
    private readonly JsonRecord _answers;

    /// <summary>Makes the record.</summary>
    /// <param name="evidence">All evidence of the snapshot.</param>
    /// <param name="account">The account, or null where the evidence does not tell it.</param>
    /// <param name="summary">Its summary.</param>
    public AccountRecord(SnapshotEvidence evidence, SnapshotAccount? account, SummaryRecord summary)
    {
        _report = evidence.Report;
        _account = account;
        _summary = summary;
        _answers = new JsonRecord(AccountTable.Table, evidence, evidence.Users.Answer, cell: null)
        {
            Account = account,
        };
    }

    /// <inheritdoc/>
    public override CelType Type => ResourceSchema.Account.Type;

    /// <inheritdoc/>
    public override CelValue Get(int slot, CelFrame frame)
    {
        if (slot == ResourceSchema.AccountSummary)
            return CelValue.Of(_summary);
        if (slot < ResourceSchema.AccountEvidence)
            return Identity(slot, frame);
        var value = _answers.ReadingOf(slot - ResourceSchema.AccountEvidence).Value;
        if (value is { Kind: CelKind.Record } record)
            return record;
        frame.Trace?.Add(this, slot);
        return value ?? Unknown(slot);
    }

    /// <inheritdoc/>
    public override CelValue GetToken(int slot, CelFrame frame)
    {
        if (slot < ResourceSchema.AccountEvidence)
            return Identity(slot, frame);
        frame.Trace?.Add(this, slot);
        return _answers.TokenOf(slot - ResourceSchema.AccountEvidence) ?? Unknown(slot);
    }

    /// <inheritdoc/>
    public override EvidenceCell? CellAt(int slot)
    {
        if (slot >= ResourceSchema.AccountEvidence)
            return _answers.CellAt(slot - ResourceSchema.AccountEvidence);
        if (Arn() is { } arn)
            return _report.ToEvidence(arn);
        return _report.Report is null && _answers.Evidence.Snapshot.AccountArn is { } other
            ? EvidenceCells.Of(other.Answer, other.Cell)
            : null;
    }

    /// <inheritdoc/>
    public override bool IsFileGiven(int slot) => slot >= ResourceSchema.AccountEvidence
        ? _answers.IsFileGiven(slot - ResourceSchema.AccountEvidence)
        : _report.IsGiven;

    /// <inheritdoc/>
    public override bool IsCompanion(int slot) => slot < ResourceSchema.AccountEvidence;

    /// <inheritdoc/>
    public override MissingEvidence MissingAt(int slot) => slot >= ResourceSchema.AccountEvidence
        ? _answers.MissingAt(slot - ResourceSchema.AccountEvidence)
        : _report.Missing("arn", ValueOf(slot).Length == 0 ? "no row tells the account" : Absence.NotAllHere) with
        {
            Cell = CellAt(slot),
        };

    private CelValue Identity(int slot, CelFrame frame)
    {
        frame.Trace?.Add(this, slot);
        return ValueOf(slot) is { Length: > 0 } value ? CelValue.Of(value) : Unknown(slot);
    }

    private string ValueOf(int slot) =>
        slot == ResourceSchema.AccountId ? _account?.Id ?? "" : _account?.Partition ?? "";

    private Cell? Arn() => _account is { FirstRow: >= 0 }
        ? _report.Report?.RowAt(_account.FirstRow).Cell(CredentialReportColumns.Arn)
        : null;
}
