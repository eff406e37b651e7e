using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Evaluation.Resources.Joins;
using PolicyEval.Evaluation.Resources.Tables;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Resources;

/// <summary>
/// A user as <c>user</c>, or the root user as <c>root</c>: the row of the credential report, whose slots are the
/// ordinals of the columns, and behind them what the answers say, which is looked up when it is first asked for. Any
/// number of threads may read.
/// </summary>
/// <param name="type">The type of users or of root users.</param>
/// <param name="evidence">All evidence of the snapshot.</param>
/// <param name="row">The row, or null where there is none.</param>
/// <param name="detail">What the answers say, where it is known already; else null.</param>
internal sealed class RowRecord(
    CelType type, SnapshotEvidence evidence, CredentialReportRow? row, JsonRecord? detail = null)
    : EvidenceRecord
{
    private uint _afterAsOf;
    private JsonRecord? _detail = detail;

    /// <inheritdoc/>
    public override CelType Type => type;

    /// <summary>
    /// The columns, by ordinal as bits, whose dates lie after asOf and were read by what decides. What only messages
    /// read is not among them, because not every message is made.
    /// </summary>
    public uint AfterAsOf => _afterAsOf;

    private ReportState Report => evidence.Report;

    /// <summary>What the answers say of the user.</summary>
    private JsonRecord Detail => _detail ??= type == ResourceSchema.Root.Type
        ? evidence.Root
        : evidence.UserJoins.DetailOf(row!.Value.Arn, row.Value.User);

    /// <inheritdoc/>
    public override CelValue Get(int slot, CelFrame frame)
    {
        frame.Trace?.Add(this, slot);
        if (slot >= ResourceSchema.RowEvidence)
            return Detail.ReadingOf(slot - ResourceSchema.RowEvidence).Value ?? Unknown(slot);
        if (row is not { } present)
            return IdentityAt(slot)?.Value ?? Unknown(slot);
        var cell = present.Cell(slot);
        var isText = CredentialReportColumns.All[slot].Kind is ColumnKind.Text or ColumnKind.Name;
        return cell.Kind switch
        {
            CellKind.True => CelValue.True,
            CellKind.False => CelValue.False,
            CellKind.Timestamp => Instant(slot, cell, frame),
            CellKind.Text => CelValue.Of(cell.Text),
            CellKind.Empty when isText => CelValue.Of(""),
            CellKind.NotApplicable or CellKind.NoInformation when !IsBool(slot) => CelValue.Null,
            _ => Unknown(slot),
        };
    }

    /// <inheritdoc/>
    public override CelValue GetToken(int slot, CelFrame frame)
    {
        frame.Trace?.Add(this, slot);
        if (slot >= ResourceSchema.RowEvidence)
            return Detail.TokenOf(slot - ResourceSchema.RowEvidence) ?? Unknown(slot);
        return row?.Cell(slot) is { Kind: not CellKind.Absent } cell ? CelValue.Of(cell.Text)
            : IdentityAt(slot)?.Value ?? Unknown(slot);
    }

    /// <inheritdoc/>
    public override EvidenceCell? CellAt(int slot)
    {
        if (slot >= ResourceSchema.RowEvidence)
            return Detail.CellAt(slot - ResourceSchema.RowEvidence);
        if (row?.Cell(slot) is { Kind: not CellKind.Absent } cell)
            return Report.ToEvidence(cell);
        return IdentityAt(slot) is { Cell: { } at } reading ? EvidenceCells.Of(reading.Answer, at) : null;
    }

    /// <inheritdoc/>
    public override bool IsFileGiven(int slot) => slot >= ResourceSchema.RowEvidence
        ? Detail.IsFileGiven(slot - ResourceSchema.RowEvidence)
        : Report.IsGiven;

    /// <inheritdoc/>
    public override MissingEvidence MissingAt(int slot)
    {
        if (slot >= ResourceSchema.RowEvidence)
            return Detail.MissingAt(slot - ResourceSchema.RowEvidence);
        var field = CredentialReportColumns.All[slot].Name;
        if (row is not { } present)
            return Report.Missing(field, type == ResourceSchema.Root.Type ? Absence.NoRootRow : Absence.NoRow);
        var cell = present.Cell(slot);
        return cell.Kind == CellKind.Absent
            ? Report.Missing(field, Absence.NoColumn)
            : Report.Missing(field, Describe(slot, cell)) with { Cell = Report.ToEvidence(cell) };
    }

    /// <inheritdoc/>
    public override MissingEvidence? DoubtAt(int slot)
    {
        if (slot >= ResourceSchema.RowEvidence)
            return Detail.DoubtAt(slot - ResourceSchema.RowEvidence);
        if (row is not { } present)
            return null;
        var field = CredentialReportColumns.All[slot].Name;
        return evidence.WhyDoubted(EvidenceFiles.CredentialReport, field, present.Index) is { } why
            ? Report.Missing(field, why) with { Cell = CellAt(slot) }
            : null;
    }

    /// <summary>Who a user without a row is; null for the other columns, which only a row has.</summary>
    private FieldReading? IdentityAt(int slot)
    {
        if (row is not null || type == ResourceSchema.Root.Type)
            return null;
        return slot == CredentialReportColumns.User ? UserTable.Name.Read(Detail)
            : slot == CredentialReportColumns.Arn ? UserTable.Arn.Read(Detail)
            : null;
    }

    private CelValue Instant(int slot, Cell cell, CelFrame frame)
    {
        var time = Instants.ToCel(cell.Time);
        if (!IsAfterAsOf(slot, time))
            return CelValue.Of(time);
        if (!frame.IsForWords)
            Interlocked.Or(ref _afterAsOf, 1u << slot);
        return Unknown(slot);
    }

    private string Describe(int slot, Cell cell) => cell.Kind switch
    {
        CellKind.Empty => "is empty",
        CellKind.NotSupported => "is not_supported",
        CellKind.NotApplicable => "is N/A",
        CellKind.NoInformation => "is no_information",
        CellKind.Unrecognised when IsBool(slot) => "is neither true nor false",
        CellKind.Unrecognised => "is no date",
        CellKind.Timestamp when IsAfterAsOf(slot, Instants.ToCel(cell.Time)) => Absence.AfterAsOf,
        _ => Absence.NotAllHere,
    };

    /// <summary>Whether a date lies where no evidence can reach; a rotation to come is meant to.</summary>
    private bool IsAfterAsOf(int slot, CelTimestamp time) =>
        time > evidence.AsOf && slot != CredentialReportColumns.PasswordNextRotation;

    private static bool IsBool(int slot) => CredentialReportColumns.All[slot].Kind == ColumnKind.Bool;
}
