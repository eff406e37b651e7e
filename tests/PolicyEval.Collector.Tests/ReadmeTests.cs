using PolicyEval.Collector.Tests.Support;
using PolicyEval.Testing;

namespace PolicyEval.Collector.Tests;

/// <summary>The README's commands of the collector are tried; none of them may ask AWS.</summary>
public sealed class ReadmeTests
{
    private const string Program = "dotnet run --project src/PolicyEval.Collector -- ";

    public static TheoryData<string> Commands =>
    [
        .. File.ReadLines(Repository.PathOf("README.md"))
            .Where(line => line.StartsWith(Program, StringComparison.Ordinal))
            .Select(line => line[Program.Length..]),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_does_what_it_says(string command)
    {
        var run = await CollectRun.OfAsync(command.Split(' '));
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("iam:GetCredentialReport", run.Output, StringComparison.Ordinal);
    }
}
