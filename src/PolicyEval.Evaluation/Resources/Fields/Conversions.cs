using PolicyEval.Evaluation.Functions;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Answers;

namespace PolicyEval.Evaluation.Resources.Fields;

/// <summary>Makes values of what stands in a JSON answer: a value, or why it is none.</summary>
internal static class Conversions
{
    /// <summary>A text.</summary>
    public static (CelValue? Value, string Why) Text(JsonCell cell) =>
        cell.Kind == JsonCellKind.String ? (CelValue.Of(cell.Text), "") : (null, Absence.NotAText);

    /// <summary>An integer.</summary>
    public static (CelValue? Value, string Why) Int(JsonCell cell) =>
        cell.Int is { } value ? (CelValue.Of(value), "") : (null, Absence.NotAnInteger);

    /// <summary>A flag.</summary>
    public static (CelValue? Value, string Why) Flag(JsonCell cell) =>
        cell.Bool is { } value ? (CelValue.Of(value), "") : (null, Absence.NotAFlag);

    /// <summary>An instant.</summary>
    public static (CelValue? Value, string Why) Time(JsonCell cell) =>
        cell.Time is { } time ? (CelValue.Of(Instants.ToCel(time)), "") : (null, Absence.NotADate);

    /// <summary>
    /// A policy document: an object as the AWS CLI prints it, or the URL-encoded text of the API. One that cannot be
    /// understood is an error.
    /// </summary>
    public static (CelValue? Value, string Why) Document(JsonCell cell) => cell.Kind switch
    {
        JsonCellKind.String => (PolicyDocumentReader.Read(cell.Text), ""),
        JsonCellKind.Object => (PolicyDocumentReader.Read(cell.Raw), ""),
        _ => (null, Absence.NotAnObject),
    };

    /// <summary>Texts.</summary>
    public static (CelValue? Value, string Why) Texts(JsonCell cell)
    {
        if (cell.Kind != JsonCellKind.Array)
            return (null, Absence.NotAList);
        var items = cell.Children().ToArray();
        return Array.TrueForAll(items, item => item.Kind == JsonCellKind.String)
            ? (CelValue.Of(CelList.From([.. items.Select(item => CelValue.Of(item.Text))])), "")
            : (null, Absence.NotTexts);
    }

    /// <summary>Tags: a list of objects with Key and Value.</summary>
    public static (CelValue? Value, string Why) Tags(JsonCell cell)
    {
        if (cell.Kind != JsonCellKind.Array)
            return (null, Absence.NotAList);
        var entries = new List<KeyValuePair<CelValue, CelValue>>();
        foreach (var tag in cell.Children())
        {
            if (tag.Property("Key") is not { Kind: JsonCellKind.String } key
                || tag.Property("Value") is not { Kind: JsonCellKind.String } value)
            {
                return (null, Absence.NotTags);
            }

            entries.Add(KeyValuePair.Create(CelValue.Of(key.Text), CelValue.Of(value.Text)));
        }

        var map = CelMap.From([.. entries]);
        return map.IsValue ? (map, "") : (null, Absence.NotTags);
    }
}
