using System.Diagnostics;
using System.Text;

namespace PolicyEval.Snapshots.Cells;

/// <summary>
/// Says what the bytes of a cell mean in a column of a kind. Tokens are exact; only booleans have any case.
/// </summary>
internal static class CellTyper
{
    public static (CellKind Kind, DateTimeOffset Time) TypeOf(ReadOnlySpan<byte> raw, ColumnKind column)
    {
        var value = raw is [(byte)'"', .. var inner, (byte)'"'] ? inner : raw;
        if (value.IsEmpty)
            return (CellKind.Empty, default);
        if (column == ColumnKind.Name)
            return (CellKind.Text, default);
        if (value.SequenceEqual("N/A"u8))
            return (CellKind.NotApplicable, default);
        if (value.SequenceEqual("no_information"u8))
            return (CellKind.NoInformation, default);
        if (value.SequenceEqual("not_supported"u8))
            return (CellKind.NotSupported, default);
        return column switch
        {
            ColumnKind.Text => (CellKind.Text, default),
            ColumnKind.Bool when Ascii.EqualsIgnoreCase(value, "true"u8) => (CellKind.True, default),
            ColumnKind.Bool when Ascii.EqualsIgnoreCase(value, "false"u8) => (CellKind.False, default),
            ColumnKind.Bool => (CellKind.Unrecognised, default),
            ColumnKind.Timestamp when IsoInstant.TryParse(value, out var time) => (CellKind.Timestamp, time),
            ColumnKind.Timestamp => (CellKind.Unrecognised, default),
            _ => throw new UnreachableException($"column kind {column}"),
        };
    }
}
