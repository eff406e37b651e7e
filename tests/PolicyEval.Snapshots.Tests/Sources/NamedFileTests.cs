using System.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests.Sources;

/// <summary>Files, pipes and devices that a user names.</summary>
public sealed class NamedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(9, 9)]
    [InlineData(10, 10)]
    [InlineData(11, 11)]
    [InlineData(1000, 11)]
    public void A_file_is_read_whole_or_to_one_byte_above_the_limit(int bytes, int read)
    {
        var file = NamedFile.Read(_folder.Write("f", new string('x', bytes)), 10);

        Assert.Equal((read, null, true), (file.Bytes.Length, file.Problem, file.IsRegular));
    }

    [Fact]
    public void What_is_no_file_is_named()
    {
        Assert.Equal("it is a folder", NamedFile.Read(_folder.Path, 10).Problem);
        Assert.Equal("it is not there", NamedFile.Read(Path.Combine(_folder.Path, "gone"), 10).Problem);
    }

    [UnixFact]
    public void A_device_has_an_end()
    {
        Assert.True(NamedFile.Read("/dev/null", 10) is { Problem: null, Bytes.IsEmpty: true });
        Assert.True(NamedFile.Read("/dev/urandom", 1_000_000).Bytes.Length is > 0 and <= 1_000_001);
        Assert.True(NamedFile.Read("/dev/zero", int.MaxValue - 100).Bytes.Length < 1_000_000);
    }

    [UnixFact]
    public async Task A_pipe_is_read_whole()
    {
        var pipe = Pipe();
        var writing = Task.Run(() => File.WriteAllText(pipe, new string('x', 200_000)));
        var file = NamedFile.Read(pipe, 1_000_000);
        await writing;

        Assert.Equal((200_000, null, false), (file.Bytes.Length, file.Problem, file.IsRegular));
    }

    [UnixFact]
    public void A_pipe_that_nobody_writes_to_is_named() =>
        Assert.Equal("it is a pipe that nobody writes to", NamedFile.Read(Pipe(), 10).Problem);

    private string Pipe()
    {
        var pipe = Path.Combine(_folder.Path, "pipe");
        using var process = Process.Start("mkfifo", pipe);
        process.WaitForExit();
        return pipe;
    }
}
