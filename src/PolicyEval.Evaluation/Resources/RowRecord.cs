using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Resources;

/// <summary>
/// A row of the credential report as <c>root</c> or <c>user</c>; the slots are the ordinals of the columns. Made for
/// each row and used by one thread.
/// </summary>
internal sealed class RowRecord(CelType type, ReportState report, CredentialReportRow? row, CelTimestamp? asOf)
    : EvidenceRecord
{
    private uint _afterAsOf;

    /// <inheritdoc/>
    public override CelType Type => type;

    /// <summary>The columns, by ordinal as bits, whose dates were read and lie after asOf.</summary>
    public uint AfterAsOf => _afterAsOf;

    /// <inheritdoc/>
    public override CelValue Get(int slot, CelFrame frame)
    {
        frame.Trace?.Add(this, slot);
        if (row is not { } present)
            return Unknown(slot);
        var cell = present.Cell(slot);
        var isText = CredentialReportColumns.All[slot].Kind is ColumnKind.Text or ColumnKind.Name;
        return cell.Kind switch
        {
            CellKind.True => CelValue.True,
            CellKind.False => CelValue.False,
            CellKind.Timestamp => Instant(slot, cell),
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
        return row?.Cell(slot) is { Kind: not CellKind.Absent } cell ? CelValue.Of(cell.Text) : Unknown(slot);
    }

    /// <inheritdoc/>
    public override EvidenceCell? CellAt(int slot) =>
        row?.Cell(slot) is { Kind: not CellKind.Absent } cell ? report.ToEvidence(cell) : null;

    /// <inheritdoc/>
    public override bool IsFileGiven(int slot) => report.IsGiven;

    /// <inheritdoc/>
    public override MissingEvidence MissingAt(int slot)
    {
        var field = CredentialReportColumns.All[slot].Name;
        if (row is not { } present)
            return report.Missing(field, Absence.NoRootRow);
        var cell = present.Cell(slot);
        return cell.Kind == CellKind.Absent
            ? report.Missing(field, Absence.NoColumn)
            : report.Missing(field, Describe(slot, cell)) with { Cell = report.ToEvidence(cell) };
    }

    private CelValue Instant(int slot, Cell cell)
    {
        var time = Instants.ToCel(cell.Time);
        if (!IsAfterAsOf(slot, time))
            return CelValue.Of(time);
        _afterAsOf |= 1u << slot;
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
        time > asOf && slot != CredentialReportColumns.PasswordNextRotation;

    private static bool IsBool(int slot) => CredentialReportColumns.All[slot].Kind == ColumnKind.Bool;
}
