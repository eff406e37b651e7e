using System.Collections.Immutable;
using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.CrossChecks;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Resources.Joins;

/// <summary>
/// A list at the top of an answer, or why it is not all here, which another source may tell. Any number of threads may
/// read.
/// </summary>
internal sealed class EvidenceList
{
    private readonly Lazy<ImmutableArray<JsonRecord>> _records;
    private readonly Lazy<FieldReading> _reading;
    private readonly JsonCell? _gapCell;

    /// <summary>Looks at an answer.</summary>
    /// <param name="evidence">All evidence of the snapshot.</param>
    /// <param name="fileName">The file.</param>
    /// <param name="property">The list, which AWS always writes.</param>
    /// <param name="table">What its elements are; null for texts.</param>
    public EvidenceList(SnapshotEvidence evidence, string fileName, string property, RecordTable? table)
    {
        Answer = evidence.Snapshot.AnswerOf(fileName);
        Property = property;
        var found = Answer.Status == AnswerStatus.Given ? Answer.Find(property) : null;
        Cell = found is { Kind: JsonCellKind.Array } ? found : null;
        (Gap, _gapCell) = Answer.Status != AnswerStatus.Given ? (Absence.Of(Answer), null)
            : found is null ? (Absence.NoProperty, null)
            : Cell is null ? (Absence.NotAList, found)
            : Answer.Cut is { } cut ? (Absence.Cut, cut)
            : evidence.WhyDoubted(fileName, property, Doubt.Whole) is { } why ? (why, Cell)
            : ("", (JsonCell?)null);
        _records = new Lazy<ImmutableArray<JsonRecord>>(() => table is null
            ? []
            : [.. Cell?.Children().Select((cell, index) => new JsonRecord(table, evidence, Answer, cell)
            {
                List = property,
                Index = index,
            }) ?? []]);
        _reading = new Lazy<FieldReading>(() => Gap.Length == 0
            ? Known([.. Records.Select(record => CelValue.Of(record))])
            : Unknown());
    }

    /// <summary>The answer.</summary>
    public Answer Answer { get; }

    /// <summary>The name of the list.</summary>
    public string Property { get; }

    /// <summary>The list, or null.</summary>
    public JsonCell? Cell { get; }

    /// <summary>Why elements may be missing; empty where all of them are here.</summary>
    public string Gap { get; }

    /// <summary>The elements that are here, in order; none where they are texts.</summary>
    public ImmutableArray<JsonRecord> Records => _records.Value;

    /// <summary>All elements, as a field holds them.</summary>
    public FieldReading Reading => _reading.Value;

    /// <summary>What is missing of the list, or null.</summary>
    public MissingEvidence? Missing => Gap.Length == 0
        ? null
        : new MissingEvidence(Answer.FileName, Property, Gap, EvidenceFiles.CommandOf(Answer.FileName))
        {
            Cell = _gapCell is { } cell ? EvidenceCells.Of(Answer, cell) : null,
        };

    /// <summary>Some of the elements, as the list tells them.</summary>
    public FieldReading Known(CelValue[] values) =>
        FieldReading.Known(CelValue.Of(CelList.From(values)), Answer, Cell);

    /// <summary>What the list cannot tell, because elements are missing.</summary>
    public FieldReading Unknown() => FieldReading.Unknown(Answer, Missing!);
}
