using PolicyEval.Collector.Tests.Stub;
using PolicyEval.Collector.Tests.Support;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Verification;
using PolicyEval.Testing;

namespace PolicyEval.Collector.Tests;

/// <summary>The built program as a process of its own: what only a process can show.</summary>
public sealed class ProcessTests
{
    private const int Users = 60;
    private const int Kills = 12;

    [Fact]
    public async Task It_collects_with_credentials_of_the_environment()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        using var process = CollectorProcess.Start(stub, "--output", folder.Path);

        var (exitCode, output, error) = await process.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.Matches("^[0-9a-f]{64}  .*/111122223333/[0-9TZ-]+\n$", output);
        Assert.Contains("111122223333  complete", error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output + error);
        Assert.Empty(stub.Violations);
    }

    [UnixFact]
    public async Task Killed_at_any_moment_it_leaves_nothing_that_is_taken_for_a_snapshot()
    {
        await using var stub = await AwsStub.StartAsync();
        for (var i = 0; i < Users; i++)
            stub.Management.Users.Add(new ModelUser($"user-{i:d3}"));
        using var folder = new TemporaryFolder();
        var files = await FilesOfWholeAsync(stub, folder.PathOf("whole"));
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var partial = 0;
        for (var i = 0; i < Kills; i++)
        {
            var output = folder.PathOf($"killed-{i}");
            using var process = CollectorProcess.Start(stub, "--output", output, i % 3 == 2 ? "--zip" : "--quiet");
            // Every other time it is killed while it writes, which is the shortest part.
            if (i % 2 == 0)
                await Task.Delay(random.Next(50, 900));
            else
                await WritingAsync(process, output, random.Next(0, 60));
            process.Kill();
            await process.EndAsync();
            partial += AssertOnlyWhole(output, files, $"seed {seed}, kill {i}");
        }

        Assert.True(partial > 0, $"no kill hit the writing, seed {seed}");
    }

    [UnixFact]
    public async Task After_a_kill_the_next_run_is_whole()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        using (var process = CollectorProcess.Start(stub, "--output", folder.Path))
        {
            await WritingAsync(process, folder.Path, 0);
            process.Kill();
            await process.EndAsync();
        }

        await Task.Delay(1000);
        using var next = CollectorProcess.Start(stub, "--output", folder.Path);
        var (exitCode, output, _) = await next.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.Equal(VerificationVerdict.Unsigned, VerdictOf(output.TrimEnd()[66..]));
    }

    // Ctrl+C, and what a scheduler sends.
    [UnixFact]
    public Task Interrupted_it_leaves_nothing_and_says_so() => AssertEndsAsync(signal: 2);

    [UnixFact]
    public Task Terminated_it_leaves_nothing_and_says_so() => AssertEndsAsync(signal: 15);

    private static async Task AssertEndsAsync(int signal)
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        stub.On(ApiOperations.GetAccountSummary).Always(Play.Hang);
        using var process = CollectorProcess.Start(stub, "--output", folder.Path);
        while (stub.RequestsOf(ApiOperations.GetAccountSummary).Count == 0 && !process.HasExited)
            await Task.Delay(5);
        process.Signal(signal);

        var (exitCode, output, error) = await process.EndAsync();

        Assert.Equal((130, ""), (exitCode, output));
        Assert.Contains("Cancelled: no snapshot was written.", error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    private static async Task<int> FilesOfWholeAsync(AwsStub stub, string output)
    {
        using var process = CollectorProcess.Start(stub, "--output", output);
        var (exitCode, said, error) = await process.EndAsync();
        Assert.True(exitCode == 0, error);
        return Directory.GetFiles(said.TrimEnd()[66..], "*", SearchOption.AllDirectories).Length;
    }

    /// <summary>Waits until something is being written, and a while more.</summary>
    private static async Task WritingAsync(CollectorProcess process, string output, int milliseconds)
    {
        while (!process.HasExited && EntriesOf(output).Length == 0)
            await Task.Delay(1);
        await Task.Delay(milliseconds);
    }

    /// <summary>Asserts that what the verifier takes for intact is whole; gives how many are not.</summary>
    private static int AssertOnlyWhole(string output, int files, string context)
    {
        var partial = 0;
        foreach (var entry in EntriesOf(output))
        {
            var isDone = !entry.EndsWith(".partial", StringComparison.Ordinal);
            var isIntact = VerdictOf(entry) != VerificationVerdict.Damaged;
            Assert.True(isIntact || !isDone, $"{context}: {entry} has its name but is damaged");
            if (isIntact && Directory.Exists(entry))
                Assert.True(
                    Directory.GetFiles(entry, "*", SearchOption.AllDirectories).Length == files,
                    $"{context}: {entry} is intact but not whole");
            partial += isDone ? 0 : 1;
        }

        return partial;
    }

    private static VerificationVerdict VerdictOf(string path) =>
        SnapshotVerifier.Verify(path, new VerifyOptions()).Verdict;

    private static string[] EntriesOf(string output)
    {
        var account = Path.Combine(output, ModelAccount.DefaultId);
        return Directory.Exists(account) ? Directory.GetFileSystemEntries(account) : [];
    }
}
