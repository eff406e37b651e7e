using System.Text;
using CsCheck;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Snapshots.Tests;

/// <summary>Random damage to good input: a snapshot without errors or errors without a snapshot, never an exception.</summary>
public sealed class DamagedInputTests
{
    private static readonly byte[] Csv = Encoding.UTF8.GetBytes(Sample.Lines(
        Sample.FullHeader,
        $"<root_account>,{Sample.RootArn},2020-01-01T00:00:00+00:00,not_supported,no_information,not_supported,"
            + "not_supported,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A,",
        $"\"é,\"\"x\",\"arn:aws:iam::{Sample.Account}:user/é,\"\"x\",2020-01-01T00:00:00Z,TRUE,N/A,N/A,"
            + "N/A,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A,"));

    private static readonly Gen<(int At, byte[] Bytes)[]> Damage = Gen.Select(
        Gen.Int[0, 2000],
        Gen.OneOf(
            Gen.OneOf<byte[]>("\""u8.ToArray(), ","u8.ToArray(), "\n"u8.ToArray(), "\r"u8.ToArray(), "{"u8.ToArray(), []),
            Gen.Byte.Array[0, 3]))
        .Array[1, 4];

    [Fact]
    public void Damaged_reports_are_read_or_refused() => Damage.Sample(damage => Check(Apply(Csv, damage)), iter: 3000);

    [Fact]
    public void Damaged_JSON_is_read_or_refused()
    {
        var json = Encoding.UTF8.GetBytes(
            Sample.Json(Encoding.UTF8.GetString(Csv), ", \"GeneratedTime\": \"2024-01-01T00:00:00Z\""));
        Damage.Sample(damage => Check(Apply(json, damage)), iter: 3000);
    }

    private static byte[] Apply(byte[] bytes, (int At, byte[] Bytes)[] damage)
    {
        foreach (var (at, piece) in damage)
        {
            var start = at % (bytes.Length + 1);
            bytes = [.. bytes[..start], .. piece, .. bytes[Math.Min(start + 1, bytes.Length)..]];
        }

        return bytes;
    }

    private static void Check(byte[] bytes)
    {
        var result = Sample.Read(bytes);
        Assert.Equal(result.Snapshot is null, result.Diagnostics.Any(d => d.Severity == SnapshotSeverity.Error));
        Assert.All(result.Diagnostics, d => Assert.True(d.Message.Length > 0 && d.Line >= 0 && d.Column >= 0));
        for (var i = 0; i < (result.Snapshot?.Report?.RowCount ?? 0); i++)
        {
            var row = result.Snapshot!.Report!.RowAt(i);
            foreach (var column in CredentialReportColumns.All)
                Assert.NotNull(row.Cell(column.Ordinal).ToString());
        }
    }
}
