using System.Text;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Reports;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests.Reports;

/// <summary>A large file that is read again is what it was, or everything stops.</summary>
public sealed class ChangedReportTests : IDisposable
{
    private static readonly SnapshotLimits Limits = new() { HeldBytes = 0, WindowBytes = 200, Threads = 2 };

    private static readonly string Text = Sample.Lines(
        [Sample.ShortHeader, Sample.ShortRoot, .. Enumerable.Range(10, 80).Select(i => Sample.User($"u{i}"))]);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("u70,", "u7x,", 61)]
    [InlineData("u89,", "", 80)]
    [InlineData("u70,arn:aws:iam::111122223333:user/u70,true", "u70,arn:aws:iam::111122223333:user/u70,TRUE", 61)]
    public void A_change_after_the_checks_stops_the_reading(string old, string current, int row)
    {
        var path = _folder.Write("big.csv", Text);
        var report = Snapshot.Open(path, Limits).Snapshot!.Report!;
        Overwrite(path, Text.Replace(old, current, StringComparison.Ordinal));

        var read = 0;
        var thrown = Assert.Throws<EvidenceReadException>(() => read = ReadAll(report));

        Assert.Equal(("PE6176", "big.csv"), (thrown.Diagnostic.Id, thrown.Diagnostic.File));
        Assert.Equal(SnapshotSeverity.Error, thrown.Diagnostic.Severity);
        Assert.Equal(0, read);
        Assert.Equal("PE6176", Assert.Throws<EvidenceReadException>(() => report.RowAt(row).Line).Diagnostic.Id);
    }

    [Fact]
    public void What_is_added_after_the_checks_is_not_read()
    {
        var path = _folder.Write("big.csv", Text);
        var report = Snapshot.Open(path, Limits).Snapshot!.Report!;
        Overwrite(path, Text + "nonsense\n");

        Assert.Equal(81, ReadAll(report));
        Assert.Equal(81, report.RowCount);
    }

    [Fact]
    public void A_file_that_is_deleted_meanwhile_is_still_read()
    {
        var path = _folder.Write("big.csv", Text);
        var report = Snapshot.Open(path, Limits).Snapshot!.Report!;
        if (OperatingSystem.IsWindows())
            return;
        File.Delete(path);

        Assert.Equal(81, ReadAll(report));
    }

    [Fact]
    public void A_whole_large_file_is_given_where_it_is_asked_for_and_did_not_change()
    {
        var path = _folder.Write("big.csv", Text);
        var snapshot = Snapshot.Open(path, Limits).Snapshot!;
        Assert.Equal(Text, Encoding.UTF8.GetString(snapshot.ContentOf("big.csv")!.Value.Span));

        Overwrite(path, Text.Replace("u70", "u7y", StringComparison.Ordinal));
        Assert.Equal(
            "PE6176", Assert.Throws<EvidenceReadException>(() => snapshot.ContentOf("big.csv")).Diagnostic.Id);
    }

    [Fact]
    public void A_file_that_becomes_shorter_has_no_bytes_where_they_were()
    {
        var path = _folder.Write("big.csv", Text);
        using var bytes = FileBytes.TryOpen(path, moreThan: 0)!;
        byte[] buffer = [];
        Overwrite(path, Text[..100]);

        Assert.False(bytes.IsAsOpened);
        Assert.Throws<EndOfStreamException>(() => bytes.Read(50, 100, ref buffer));
        var diagnostics = new SnapshotDiagnosticBag(keptOfEachSeverity: 10);
        Assert.Null(new CredentialReportReader(Limits, diagnostics, CancellationToken.None).Read(bytes, "big.csv"));
        Assert.Equal("PE6176", Assert.Single(diagnostics.ToImmutable()).Id);
    }

    [Fact]
    public void A_file_that_was_written_to_during_the_checks_is_refused()
    {
        var path = _folder.Write("big.csv", Text);
        using var bytes = FileBytes.TryOpen(path, moreThan: 0)!;
        Overwrite(path, Text + Sample.User("late") + "\n");

        var diagnostics = new SnapshotDiagnosticBag(keptOfEachSeverity: 10);
        Assert.Null(new CredentialReportReader(Limits, diagnostics, CancellationToken.None).Read(bytes, "big.csv"));
        Assert.Equal("PE6176", Assert.Single(diagnostics.ToImmutable()).Id);
    }

    /// <summary>Writes into the file that is there: another file of its name would not be the one that is open.</summary>
    private static void Overwrite(string path, string text)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.SetLength(stream.Position);
    }

    private static int ReadAll(CredentialReport report)
    {
        var rows = 0;
        var cursor = report.OpenCursor();
        for (var block = 0; block < report.BlockCount; block++)
        {
            for (cursor.Open(block, 0); cursor.MoveNext();)
                rows++;
        }

        return rows;
    }
}
