using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Resources;

/// <summary>
/// An account as <c>account</c>. What it knows of itself stands in the ARN of its first row. Immutable.
/// </summary>
internal sealed class AccountRecord(ReportState report, SnapshotAccount? account, SummaryRecord summary)
    : EvidenceRecord
{
    /// <inheritdoc/>
    public override CelType Type => ResourceSchema.Account.Type;

    /// <inheritdoc/>
    public override CelValue Get(int slot, CelFrame frame)
    {
        if (slot == ResourceSchema.AccountSummary)
            return CelValue.Of(summary);
        frame.Trace?.Add(this, slot);
        return ValueOf(slot) is { Length: > 0 } value ? CelValue.Of(value) : Unknown(slot);
    }

    /// <inheritdoc/>
    public override CelValue GetToken(int slot, CelFrame frame)
    {
        frame.Trace?.Add(this, slot);
        return ValueOf(slot) is { Length: > 0 } value ? CelValue.Of(value) : Unknown(slot);
    }

    /// <inheritdoc/>
    public override EvidenceCell? CellAt(int slot) => Arn() is { } arn ? report.ToEvidence(arn) : null;

    /// <inheritdoc/>
    public override bool IsFileGiven(int slot) => report.IsGiven;

    /// <inheritdoc/>
    public override MissingEvidence MissingAt(int slot) =>
        report.Missing("arn", ValueOf(slot).Length == 0 ? "no row tells the account" : Absence.NotAllHere) with
        {
            Cell = CellAt(slot),
        };

    private string ValueOf(int slot) =>
        slot == ResourceSchema.AccountId ? account?.Id ?? "" : account?.Partition ?? "";

    private Cell? Arn() =>
        account is null ? null : report.Report?.RowAt(account.FirstRow).Cell(CredentialReportColumns.Arn);
}
