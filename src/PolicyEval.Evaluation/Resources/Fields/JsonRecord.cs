using PolicyEval.Evaluation.Resources.Joins;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Resources.Fields;

/// <summary>
/// A record whose fields stand in the answers; the slots are the indexes of its table. Each field is read once. Any
/// number of threads may read.
/// </summary>
internal sealed class JsonRecord(RecordTable table, SnapshotEvidence evidence, Answer answer, JsonCell? cell)
    : EvidenceRecord
{
    private FieldReading?[]? _readings;

    /// <summary>The fields.</summary>
    public RecordTable Table => table;

    /// <summary>All evidence of the snapshot.</summary>
    public SnapshotEvidence Evidence => evidence;

    /// <summary>The answer that holds the record, or should.</summary>
    public Answer Answer => answer;

    /// <summary>The record's own object, or null where it is not to be had.</summary>
    public JsonCell? Cell => cell;

    /// <summary>Why there is no object.</summary>
    public string WhyAbsent { get; init; } = "";

    /// <summary>The record whose object holds this one, or null.</summary>
    public JsonRecord? Owner { get; init; }

    /// <summary>The list at the top of the answer that the record stands in; else empty.</summary>
    public string List { get; init; } = "";

    /// <summary>The record's index in that list.</summary>
    public int Index { get; init; }

    /// <summary>The account, of the record that an account is; else null.</summary>
    public SnapshotAccount? Account { get; init; }

    /// <summary>The name under which other files know it, where its own object may be missing; else empty.</summary>
    public string Key { get; init; } = "";

    /// <inheritdoc/>
    public override CelType Type => table.Type;

    /// <inheritdoc/>
    public override CelValue Get(int slot, CelFrame frame)
    {
        frame.Trace?.Add(this, slot);
        return ReadingOf(slot).Value ?? Unknown(slot);
    }

    /// <inheritdoc/>
    public override CelValue GetToken(int slot, CelFrame frame)
    {
        frame.Trace?.Add(this, slot);
        return TokenOf(slot) ?? Unknown(slot);
    }

    /// <inheritdoc/>
    public override EvidenceCell? CellAt(int slot) => CellOf(ReadingOf(slot));

    /// <inheritdoc/>
    public override bool IsFileGiven(int slot) => ReadingOf(slot).IsGiven;

    /// <inheritdoc/>
    public override MissingEvidence MissingAt(int slot)
    {
        var reading = ReadingOf(slot);
        var why = reading.Value is not { } value ? reading.Why
            : value.Kind == CelKind.Null ? Absence.LeftOut
            : Absence.NotAllHere;
        return reading.Missing ?? new MissingEvidence(
            reading.Answer.FileName, table.Fields[slot].Property, why, EvidenceFiles.CommandOf(reading.Answer.FileName))
        {
            Cell = CellOf(reading),
        };
    }

    /// <inheritdoc/>
    public override MissingEvidence? DoubtAt(int slot) =>
        List.Length > 0 && evidence.WhyDoubted(answer.FileName, $"{List}/{table.Fields[slot].Path}", Index) is { } why
            ? MissingAt(slot) with { Why = why }
            : null;

    /// <summary>What the answers say of a field.</summary>
    public FieldReading ReadingOf(int slot)
    {
        var readings = _readings ?? Interlocked.CompareExchange(
            ref _readings, new FieldReading?[table.Fields.Length], null) ?? _readings;
        return readings[slot] ?? Interlocked.CompareExchange(ref readings[slot], table.Fields[slot].Read(this), null)
            ?? readings[slot]!;
    }

    /// <summary>The text behind a field; null where there is none.</summary>
    public CelValue? TokenOf(int slot) =>
        ReadingOf(slot) is { Cell: { } at } ? CelValue.Of(at.Kind == JsonCellKind.String ? at.Text : at.Excerpt) : null;

    /// <summary>The text of a property, or null where it is none.</summary>
    public string? TextOf(string path) => cell?.Find(path) is { Kind: JsonCellKind.String } found ? found.Text : null;

    private static EvidenceCell? CellOf(FieldReading reading) =>
        reading.Cell is { } at ? EvidenceCells.Of(reading.Answer, at) : null;
}
