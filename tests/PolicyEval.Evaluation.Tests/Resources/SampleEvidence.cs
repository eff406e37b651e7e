using System.Text;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Evaluation.Resources.Joins;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Tests.Resources;

/// <summary>Evidence made of files in memory, and what its records say, as text.</summary>
internal static class SampleEvidence
{
    public const string Details = "account-authorization-details.json";

    private static readonly CelTimestamp AsOf =
        Instants.ToCel(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>The evidence of a snapshot of these files.</summary>
    public static SnapshotEvidence Of(params (string Name, string Text)[] files)
    {
        var bytes = files.ToDictionary(
            file => file.Name, file => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file.Text));
        var result = PolicyEval.Snapshots.Snapshot.Read(bytes, "sample");
        Assert.True(result.Snapshot is not null, string.Join('\n', result.Diagnostics));
        return new SnapshotEvidence(result.Snapshot, AsOf);
    }

    /// <summary>An answer of the authorization details with these members; the lists that it lacks are empty.</summary>
    public static (string Name, string Text) DetailsOf(
        string users = "", string groups = "", string roles = "", string policies = "", string more = "") =>
        (Details, $$"""
            {"UserDetailList": [{{users}}], "GroupDetailList": [{{groups}}], "RoleDetailList": [{{roles}}],
            "Policies": [{{policies}}]{{more}}}
            """);

    /// <summary>The value of a field, or <c>? why</c> where it is unknown.</summary>
    public static string Read(JsonRecord record, string field)
    {
        var slot = SlotOf(record, field);
        return record.ReadingOf(slot).Value is { } value ? Show(value) : $"? {record.MissingAt(slot).Why}";
    }

    /// <summary>Where the evidence of a field stands: <c>file line:column pointer value</c>; empty for nowhere.</summary>
    public static string Cite(JsonRecord record, string field) =>
        record.CellAt(SlotOf(record, field)) is { } cell
            ? $"{cell.File} {cell.Line}:{cell.Column} {cell.Pointer} {cell.Value}"
            : "";

    private static int SlotOf(JsonRecord record, string field)
    {
        var slot = record.Table.Fields.Select(f => f.Name).ToList().IndexOf(field);
        Assert.True(slot >= 0, field);
        return slot;
    }

    private static string Show(CelValue value) => value.Kind switch
    {
        CelKind.List => $"[{string.Join(", ", Elements(value).Select(Show))}]",
        CelKind.Record when value.AsRecord is JsonRecord record => Read(record, record.Table.Fields[0].Name),
        CelKind.Record => Assert.IsType<RowRecord>(value.AsRecord)
            .CellAt(CredentialReportColumns.User)!.Value.Trim('"'),
        CelKind.String => value.AsString,
        _ => value.ToString(),
    };

    private static IEnumerable<CelValue> Elements(CelValue list) =>
        Enumerable.Range(0, list.AsList.Count).Select(i => list.AsList[i]);
}
