using PolicyEval.Evaluation.Functions;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Answers;

namespace PolicyEval.Evaluation.Resources.Fields;

/// <summary>Makes fields that stand as a property in their record's own object.</summary>
internal static class PropertyFields
{
    private static readonly CelValue NoElements = CelValue.Of(CelList.Empty);

    /// <summary>A text that is always there.</summary>
    public static RecordField Text(string name, string path, string meaning) =>
        Of(name, CelType.String, path, meaning, Conversions.Text, null);

    /// <summary>A text that may be left out.</summary>
    public static RecordField TextOrNull(string name, string path, string meaning) =>
        Of(name, CelType.Wrapper(CelType.String), path, meaning, Conversions.Text, CelValue.Null);

    /// <summary>A count that is always there.</summary>
    public static RecordField Count(string name, string path, string meaning) =>
        Of(name, CelType.Int, path, meaning, Conversions.Int, null) with
        {
            Domain = new FieldDomain { IsCount = true },
        };

    /// <summary>A count that may be left out.</summary>
    public static RecordField CountOrNull(string name, string path, string meaning) =>
        Of(name, CelType.Wrapper(CelType.Int), path, meaning, Conversions.Int, CelValue.Null) with
        {
            Domain = new FieldDomain { IsCount = true },
        };

    /// <summary>A flag that is always there.</summary>
    public static RecordField Flag(string name, string path, string meaning) =>
        Of(name, CelType.Bool, path, meaning, Conversions.Flag, null);

    /// <summary>A flag that may be left out.</summary>
    public static RecordField FlagOrNull(string name, string path, string meaning) =>
        Of(name, CelType.Wrapper(CelType.Bool), path, meaning, Conversions.Flag, CelValue.Null);

    /// <summary>An instant that is always there and past.</summary>
    public static RecordField PastTime(string name, string path, string meaning) =>
        Past(Time(name, path, meaning));

    /// <summary>A past instant that may be left out.</summary>
    public static RecordField PastTimeOrNull(string name, string path, string meaning) =>
        Past(TimeOrNull(name, path, meaning));

    /// <summary>An instant that is always there and may lie ahead.</summary>
    public static RecordField Time(string name, string path, string meaning) =>
        Of(name, CelType.Timestamp, path, meaning, Conversions.Time, null);

    /// <summary>An instant that may be left out and may lie ahead.</summary>
    public static RecordField TimeOrNull(string name, string path, string meaning) =>
        Of(name, CelType.Wrapper(CelType.Timestamp), path, meaning, Conversions.Time, CelValue.Null);

    /// <summary>A policy document that is always there.</summary>
    public static RecordField Document(string name, string path, string meaning) =>
        Of(name, PolicyDocument.DocumentType, path, meaning, Conversions.Document, null);

    /// <summary>Tags, which AWS leaves out where there are none.</summary>
    public static RecordField Tags() => Of(
        "tags", CelType.Map(CelType.String, CelType.String), "Tags", "The tags by key.", Conversions.Tags,
        CelValue.Of(CelMap.Empty));

    /// <summary>A list of records, which AWS leaves out where it is empty.</summary>
    public static RecordField Records(string name, string path, string meaning, RecordTable table) => new(
        name, CelType.List(table.Type), path, meaning,
        record => Read(
            record, path,
            list => list.Kind == JsonCellKind.Array
                ? (CelValue.Of(CelList.From([.. Elements(record, list, table).Select(e => CelValue.Of(e))])), "")
                : (null, Absence.NotAList),
            NoElements));

    /// <summary>The records of a list that stands in a record.</summary>
    public static IEnumerable<JsonRecord> Elements(JsonRecord owner, JsonCell list, RecordTable table) =>
        list.Children().Select(cell => new JsonRecord(table, owner.Evidence, owner.Answer, cell) { Owner = owner });

    /// <summary>What a property below a record's object says.</summary>
    /// <param name="record">The record.</param>
    /// <param name="path">The property.</param>
    /// <param name="convert">Makes the value.</param>
    /// <param name="absent">What it means that there is no such property; null for nothing.</param>
    public static FieldReading Read(
        JsonRecord record,
        string path,
        Func<JsonCell, (CelValue? Value, string Why)> convert,
        CelValue? absent)
    {
        if (record.Cell is not { } owner)
            return FieldReading.Unknown(record.Answer, record.WhyAbsent);
        var found = owner.Find(path);
        if (found is not { Kind: not JsonCellKind.Null } cell)
        {
            // Of what is no object, an absent property says nothing.
            return absent is { } value && owner.Kind == JsonCellKind.Object
                ? FieldReading.Known(value, record.Answer, owner)
                : FieldReading.Unknown(record.Answer, found is null ? Absence.NoProperty : Absence.IsNull, found);
        }

        var (converted, why) = convert(cell);
        return converted is { } known
            ? FieldReading.Known(known, record.Answer, cell)
            : FieldReading.Unknown(record.Answer, why, cell);
    }

    /// <summary>The same field, unknown where its instant lies after asOf: such a date is no evidence.</summary>
    private static RecordField Past(RecordField field) => field with
    {
        Read = record =>
        {
            var reading = field.Read(record);
            if (reading is not { Value: { Kind: CelKind.Timestamp } time, Cell: { } cell }
                || !(time.AsTimestamp > record.Evidence.AsOf))
            {
                return reading;
            }

            record.Evidence.AddLate(reading.Answer, cell);
            return FieldReading.Unknown(reading.Answer, Absence.AfterAsOf, cell);
        },
    };

    private static RecordField Of(
        string name,
        CelType type,
        string path,
        string meaning,
        Func<JsonCell, (CelValue? Value, string Why)> convert,
        CelValue? absent) =>
        new(name, type, path, meaning, record => Read(record, path, convert, absent));
}
