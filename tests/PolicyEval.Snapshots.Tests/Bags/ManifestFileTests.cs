using System.Text;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests.Bags;

public sealed class ManifestFileTests
{
    private const string A = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string B = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    [Fact]
    public void What_is_written_is_read()
    {
        ManifestEntry[] entries = [new(A, "data/b"), new(B, "data/a"), new(A, "data/Z")];
        var bytes = ManifestFile.Write(entries);

        Assert.Equal($"{A}  data/Z\n{B}  data/a\n{A}  data/b\n", Encoding.UTF8.GetString(bytes));
        Assert.Equal(["data/Z", "data/a", "data/b"], Read(bytes).Paths);
        Assert.Empty(Read(bytes).Places);
    }

    [Theory]
    [InlineData("", "1:1")]
    [InlineData("\n", "1:1")]
    [InlineData(A + "  data/a", "1:73")]
    [InlineData("\uFEFF" + A + "  data/a\n", "1:1")]
    [InlineData(A + "  data/a\r\n", "1:73")]
    [InlineData(A + "  data/a\n\n", "2:1")]
    [InlineData(A + "  data/a\n" + A + "  data/a\n", "2:67")]
    [InlineData(A + "  data/b\n" + A + "  data/a\n", "2:67")]
    [InlineData("A" + A + "  data/a\n", "1:1")]
    [InlineData("a" + A + "  data/a\n", "1:65")]
    [InlineData("aaA" + A + "  data/a\n", "1:3")]
    [InlineData(A + " data/a\n", "1:65")]
    [InlineData(A + " *data/a\n", "1:65")]
    [InlineData(A + "   data/a\n", "1:67")]
    [InlineData(A + "  \n", "1:67")]
    [InlineData(A + "  data/a b\n", "1:73")]
    [InlineData(A + "  data/\u00e4\n", "1:72")]
    [InlineData(A + "  data/a\\b\n", "1:67")]
    [InlineData(A + "  ../a\n", "1:67")]
    [InlineData(A + "  /data/a\n", "1:67")]
    [InlineData(A + "  ./data/a\n", "1:67")]
    [InlineData(A + "  data/a%0A\n", "1:67")]
    [InlineData(A + "  bagit.txt\n", "1:67")]
    [InlineData(A + "  data/a\n# comment\n", "2:1")]
    [InlineData("\\" + A + "  data/a\n", "1:1")]
    public void Any_other_way_to_write_a_list_is_damage(string text, string place) =>
        Assert.Equal(["PE6084 manifest-sha256.txt " + place], Read(Encoding.UTF8.GetBytes(text)).Places);

    [Fact]
    public void Every_bad_line_is_named() => Assert.Equal(
        ["PE6084 manifest-sha256.txt 1:1", "PE6084 manifest-sha256.txt 3:65"],
        Read(Encoding.UTF8.GetBytes($"x\n{A}  data/a\n{A}\tdata/b\n{A}  data/c\n")).Places);

    [Fact]
    public void More_lines_than_a_snapshot_has_files_are_not_read()
    {
        var bytes = Encoding.UTF8.GetBytes($"{A}  data/a\n{A}  data/b\n{A}  data/c\n");
        var (paths, places) = Read(bytes, SnapshotLimits.Default with { BagEntries = 2 });
        Assert.Equal(["data/a", "data/b"], paths);
        Assert.Equal(["PE6007 manifest-sha256.txt 0:0"], places);
    }

    private static (string[] Paths, string[] Places) Read(byte[] bytes, SnapshotLimits? limits = null)
    {
        var diagnostics = new SnapshotDiagnosticBag(10);
        var entries = ManifestFile.Read(
            new Source("manifest-sha256.txt", bytes),
            limits ?? SnapshotLimits.Default,
            diagnostics,
            path => path.StartsWith("data/", StringComparison.Ordinal) ? null : "not data");
        return (
            [.. entries.Select(entry => entry.Path)],
            [.. diagnostics.ToImmutable().Select(d => $"{d.Id} {d.File} {d.Line}:{d.Column}")]);
    }
}
