using System.Globalization;
using System.Text;
using System.Text.Json;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Reports;
using PolicyEval.Testing;
using Xunit.Abstractions;

namespace PolicyEval.Snapshots.Tests;

/// <summary>
/// The sample snapshots with random bytes changed: never an exception, and never a snapshot where another, simpler
/// reader of the same bytes sees damage. <c>POLICYEVAL_FUZZ_SEED</c> and <c>POLICYEVAL_FUZZ_COUNT</c> repeat a run and
/// make it longer.
/// </summary>
public sealed class MutatedSampleTests(ITestOutputHelper output) : IDisposable
{
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "\"", ",", "\n", "\r", "\r\n", "\0", "{", "}", "[", "]", ":", "\\", "\\ud800", "\uFEFF", "é", "1e999", "-", "null",
            "true", "N/A", "<root_account>", "2024-02-30T00:00:00Z", "arn:aws:iam::", "\"Content\"",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80],
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_mutated_sample_is_read_or_refused_and_never_half_read()
    {
        var seed = Setting("POLICYEVAL_FUZZ_SEED", 20_261_123);
        var count = Setting("POLICYEVAL_FUZZ_COUNT", 2_000);
        output.WriteLine($"POLICYEVAL_FUZZ_SEED={seed} POLICYEVAL_FUZZ_COUNT={count}");
        var random = new Random(seed);
        var files = Directory.GetFiles(Repository.PathOf("snapshots"), "*.*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".csv" or ".json").Order(StringComparer.Ordinal).ToArray();
        var read = 0;
        for (var round = 0; round < count; round++)
        {
            var path = files[random.Next(files.Length)];
            var (name, bytes) = (Path.GetFileName(path), Mutated(File.ReadAllBytes(path), random));
            try
            {
                read += Check(name, bytes) ? 1 : 0;
            }
            catch (Exception exception)
            {
                var what = $"round {round} of seed {seed}, {name}: {Convert.ToBase64String(bytes)}";
                throw new InvalidOperationException(what, exception);
            }
        }

        // Both ends are reached: a mutation that nothing notices, and one that makes the sample unusable.
        Assert.InRange(read, count / 50, count - (count / 50));
    }

    private static int Setting(string variable, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value)
            ? value
            : standard;

    private static byte[] Mutated(byte[] bytes, Random random)
    {
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(bytes.Length + 1);
            var behind = Math.Min(bytes.Length, at + random.Next(3));
            bytes = random.Next(8) switch
            {
                0 => bytes[..at],
                1 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(200))..]],
                2 => [.. bytes[..behind], .. bytes[at..]],
                3 => [.. bytes[..at], (byte)random.Next(256), .. bytes[behind..]],
                _ => [.. bytes[..at], .. Pieces[random.Next(Pieces.Length)], .. bytes[behind..]],
            };
        }

        return bytes;
    }

    /// <summary>Reads the file by itself and in a folder; whether the folder gave a snapshot.</summary>
    private bool Check(string name, byte[] bytes)
    {
        CheckResult(Sample.Read(bytes), bytes);
        foreach (var old in Directory.GetFiles(_folder.Path))
            File.Delete(old);
        _folder.Write(name, bytes);
        return CheckResult(Snapshot.Open(_folder.Path), bytes);
    }

    private static bool CheckResult(SnapshotResult result, byte[] bytes)
    {
        var hasErrors = result.Diagnostics.Any(d => d.Severity == SnapshotSeverity.Error);
        Assert.Equal(result.Snapshot is null, hasErrors);
        Assert.All(result.Diagnostics, d => Assert.NotEmpty(d.Message));
        if (result.Snapshot is not { } snapshot)
            return false;
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        Assert.DoesNotContain('\0', text);
        if (text.TrimStart().StartsWith('{'))
            JsonDocument.Parse(text).Dispose();
        else if (!text.Contains('"'))
            CheckTable(snapshot.Report!, text);
        if (snapshot.Report is { } report)
            ReadEveryCell(report);
        return true;
    }

    /// <summary>Without quotes a row is a line and a cell is what stands between commas.</summary>
    private static void CheckTable(CredentialReport report, string text)
    {
        var lines = text.TrimEnd('\r', '\n').Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        Assert.Equal(lines.Length - 1, report.RowCount);
        for (var row = 0; row < report.RowCount; row++)
        {
            var cells = lines[row + 1].Split(',');
            Assert.Equal(report.Header.Length, cells.Length);
            for (var column = 0; column < cells.Length; column++)
                Assert.Equal(cells[column], report.RowAt(row).CellAt(column).Text);
        }
    }

    private static void ReadEveryCell(CredentialReport report)
    {
        for (var row = 0; row < report.RowCount; row++)
        {
            foreach (var column in CredentialReportColumns.All)
                Assert.NotNull(report.RowAt(row).Cell(column.Ordinal).Text);
        }
    }
}
