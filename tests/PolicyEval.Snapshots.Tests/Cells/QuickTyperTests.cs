using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsCheck;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Snapshots.Tests.Cells;

/// <summary>The fast way to type a cell says of any cell what the careful way says.</summary>
public sealed class QuickTyperTests
{
    private static readonly ColumnKind[] Kinds = Enum.GetValues<ColumnKind>();

    private static readonly ImmutableArray<int> All = [.. CredentialReportColumns.All.Select(column => column.Ordinal)];

    private static readonly ReportHeader Header = ReadHeader();

    private static readonly Gen<string> Dates = Gen.Select(Gen.DateTime, Gen.OneOf("Z", "+00:00", "+01:00", "z", "+0000"))
        .Select((time, zone) => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + zone);

    private static readonly Gen<string> EdgeDates =
        from year in Gen.OneOf(0, 1, 1900, 2000, 2023, 2024, 9999)
        from month in Gen.Int[0, 13]
        from day in Gen.Int[0, 32]
        from hour in Gen.OneOf(0, 23, 24, 29)
        from minute in Gen.OneOf(0, 59, 60)
        from second in Gen.OneOf(0, 59, 60, 69)
        from zone in Gen.OneOf("Z", "+00:00", "-00:00")
        select FormattableString.Invariant(
            $"{year:0000}-{month:00}-{day:00}T{hour:00}:{minute:00}:{second:00}{zone}");

    private static readonly Gen<string> Tokens = Gen.OneOf(
        "", "N/A", "n/a", "N/B", "no_information", "no_informatiom", "No_information", "not_supported", "not_supportes",
        "true", "TRUE", "tRuE", "trUd", "false", "FALSE", "fALSe", "falsf", "\"\"", "\"true\"", "us-east-1", "é", "٢٠٢٤");

    private static readonly Gen<byte[]> Cells = Gen.OneOf(Tokens, Dates, EdgeDates).Select(Encoding.UTF8.GetBytes);

    private static readonly Gen<byte[]> Damaged = Gen.Select(Cells, Gen.Int[0, 40], Gen.Byte, Gen.Int[0, 2]).Select(
        (cell, at, value, way) => cell.Length == 0
            ? cell
            : way switch
            {
                0 => [.. cell[..(at % cell.Length)], value, .. cell[((at % cell.Length) + 1)..]],
                1 => [.. cell[..(at % cell.Length)], .. cell[((at % cell.Length) + 1)..]],
                _ => [.. cell[..(at % cell.Length)], (byte)(cell[at % cell.Length] ^ (1 << (value & 7))),
                    .. cell[((at % cell.Length) + 1)..]],
            });

    [Fact]
    public void Cells_of_reports_are_typed_as_the_careful_way_types_them() => Cells.Sample(Check, iter: 20_000);

    [Fact]
    public void Damaged_cells_are_typed_as_the_careful_way_types_them() => Damaged.Sample(Check, iter: 50_000);

    [Fact]
    public void Every_day_of_four_centuries_and_every_second_of_a_day_is_read()
    {
        var day = new DateTime(1800, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (; day.Year < 2210; day = day.AddDays(1))
            Check(Encoding.UTF8.GetBytes(day.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "+00:00"));
        for (var second = 0; second < 86_400; second++)
        {
            var text = day.AddSeconds(second).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "Z";
            Assert.Equal(CellKind.Timestamp, QuickTyper.TypeOf(Encoding.UTF8.GetBytes(text), ColumnKind.Timestamp, out var ticks));
            Assert.Equal(day.AddSeconds(second).Ticks, ticks);
        }
    }

    private static void Check(byte[] cell)
    {
        foreach (var kind in Kinds)
        {
            var expected = CellTyper.TypeOf(cell, kind);
            var actual = QuickTyper.TypeOf(cell, kind, out var ticks);
            Assert.True(
                (expected.Kind, expected.Time.UtcTicks) == (actual, ticks),
                $"{Encoding.UTF8.GetString(cell)} in {kind}: {actual} {ticks}, not {expected}");
        }

        if (cell.AsSpan().IndexOfAny(",\"\r\n"u8) < 0)
            CheckRows(cell);
    }

    /// <summary>In rows that fill a block, the first and the last are typed without a look at what is around them.</summary>
    private static void CheckRows(byte[] cell)
    {
        byte[] row = [.. Enumerable.Repeat((byte[])[.. cell, (byte)','], Header.Names.Length - 1).SelectMany(part => part)];
        var block = new CsvBlock();
        Assert.True(block.TryFill(
            (byte[])[.. row, .. cell, (byte)'\n', .. row, .. cell, (byte)'\n', .. row, .. cell],
            Header.Names.Length, firstLine: 1, isLast: true));
        foreach (var asked in (ImmutableArray<int>[])[All[..RowCells.ColumnsMax], All[RowCells.ColumnsMax..], []])
        {
            var cells = new RowCells(block, Header, asked, checksAll: true, isReadAgain: false);
            for (var i = 0; i < block.Rows; i++)
            {
                Assert.Equal(
                    asked.All(Holds) && All.Where(IsTimeOrFlag).All(Holds), cells.Type(i));
                for (var slot = 0; slot < asked.Length; slot++)
                {
                    var (kind, time) = CellTyper.TypeOf(cell, CredentialReportColumns.All[asked[slot]].Kind);
                    Assert.Equal(kind, (CellKind)((cells.Kinds >> (4 * slot)) & 0xF));
                    Assert.Equal(kind == CellKind.Timestamp, ((cells.Times >> slot) & 1) == 1);
                    Assert.Equal(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), cells.Ticks[slot]);
                }
            }
        }

        bool Holds(int column) =>
            CellTyper.TypeOf(cell, CredentialReportColumns.All[column].Kind).Kind != CellKind.Unrecognised;
    }

    private static bool IsTimeOrFlag(int column) =>
        CredentialReportColumns.All[column].Kind is ColumnKind.Timestamp or ColumnKind.Bool;

    private static ReportHeader ReadHeader()
    {
        var text = Encoding.UTF8.GetBytes(string.Join(',', CredentialReportColumns.All.Select(column => column.Name)));
        var block = new CsvBlock();
        Assert.True(block.TryFillOne(text, line: 1, isLast: true, out var record));
        return new ReportHeaderReader("-", new SnapshotDiagnosticBag(1)).Read(block, record.Cells)!;
    }
}
