using System.Text;
using CsCheck;
using CsvHelper;
using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Tests.Cells;

/// <summary>
/// CsvHelper is the second way to read the same bytes: records, cells, lines and misplaced quotes have to be the same.
/// </summary>
public sealed class CsvRecordTests
{
    private static readonly Gen<string> Texts = Gen.String[Gen.Char["ab,,\"\"\n é"], 1, 200]
        .Select(text => text.Replace("a\n", "\r\n", StringComparison.Ordinal));

    [Fact]
    public void Any_text_has_the_records_and_faults_that_CsvHelper_finds() => Texts.Sample(
        text =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Assert.Equal(OtherRecords(bytes), OwnRecords(bytes));
        },
        iter: 20_000);

    [Fact]
    public void Separators_are_well_formed_where_no_record_has_a_fault_and_then_the_same() => Texts.Sample(
        text =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var expected = new Separators();
            var faults = 0;
            for (var at = 0; at < bytes.Length;)
            {
                var ends = new Separators();
                Assert.True(CsvRecord.TryRead(bytes.AsSpan(at), 0, isLast: true, ends, out var record));
                foreach (var end in ends.Ends)
                    expected.Add(at + end);
                faults += record.Fault == QuoteFault.None ? 0 : 1;
                at += record.Next;
            }

            var separators = new Separators();
            separators.Scan(bytes, isLast: true);
            Assert.Equal(faults == 0, separators.IsWellFormed);
            if (faults == 0)
                Assert.Equal(expected.Ends.ToArray(), separators.Ends.ToArray());
        },
        iter: 20_000);

    [Fact]
    public void A_record_that_goes_on_behind_the_bytes_is_none() => Texts.Sample(
        text =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Assert.True(CsvRecord.TryRead(bytes, 0, isLast: true, new Separators(), out var whole));
            for (var length = 0; length < whole.Next; length++)
                Assert.False(CsvRecord.TryRead(bytes.AsSpan(0, length), 0, isLast: false, new Separators(), out _));
            if (whole.Fault != QuoteFault.None)
                return;
            var isEnded = bytes[whole.Next - 1] == '\n';
            Assert.Equal(
                isEnded, CsvRecord.TryRead(bytes.AsSpan(0, whole.Next), 0, isLast: false, new Separators(), out _));
        },
        iter: 2000);

    [Theory]
    [InlineData("abc", true)]
    [InlineData("a,\"b\nc\"\n", true)]
    [InlineData("a\r\nb", false)]
    [InlineData("a\0b", false)]
    [InlineData("é", false)]
    public void Bytes_that_need_another_look_are_told(string text, bool isPlain)
    {
        foreach (var before in (int[])[0, 15, 31, 60, 63, 64, 100])
        {
            var separators = new Separators();
            separators.Scan(Encoding.UTF8.GetBytes(new string('x', before) + "\n" + text), isLast: true);
            Assert.Equal(isPlain, separators.IsPlain);
        }
    }

    private static List<string> OwnRecords(byte[] bytes)
    {
        var records = new List<string>();
        for (int at = 0, line = 1; at < bytes.Length;)
        {
            var ends = new Separators();
            Assert.True(CsvRecord.TryRead(bytes, at, isLast: true, ends, out var record));
            var fault = record.Fault == QuoteFault.None ? "" : $"{record.Fault}@{record.FaultAt}";
            var starts = ends.Ends.ToArray().Select(end => end + 1).Prepend(at).ToArray();
            var cells = ends.Ends.ToArray().Select((end, i) => Math.Min(end, record.End) - starts[i]);
            records.Add($"{at} {record.End - at} line {line}: {string.Join(',', cells)} {fault}");
            line += bytes.AsSpan(at, record.Next - at).Count((byte)'\n');
            at = record.Next;
        }

        return records;
    }

    private static List<string> OtherRecords(byte[] bytes)
    {
        var records = new List<string>();
        var fault = "";
        using var csv = CsvReader.Create(bytes, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            SkipEmptyLines = false,
            TrimWhitespace = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Recover,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            OnMalformedRecord = found => fault = found.Reason switch
            {
                CsvMalformedReason.StrayQuote => $"{QuoteFault.Stray}@{found.ByteOffset}",
                CsvMalformedReason.TextAfterClosingQuote => $"{QuoteFault.TextBehind}@{found.ByteOffset}",
                _ => $"{QuoteFault.Open}@",
            },
        });
        while (csv.Read())
        {
            var lengths = new int[csv.FieldCount];
            for (var cell = 0; cell < lengths.Length; cell++)
                lengths[cell] = csv.GetRawSpan(cell).Length;
            // Of a quote that is never closed CsvHelper names the end of the file, and here it is that quote.
            if (fault.EndsWith('@'))
                fault += csv.ByteOffset + csv.RawRecord.Length - lengths[^1];
            records.Add(
                $"{csv.ByteOffset} {csv.RawRecord.Length} line {csv.LineNumber}: {string.Join(',', lengths)} {fault}");
            fault = "";
        }

        return records;
    }
}
