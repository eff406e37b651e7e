using System.Text.RegularExpressions;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests;

/// <summary>What the README says is tried: its commands, the output it shows, its policy, its map of the rooms.</summary>
public sealed partial class ReadmeTests
{
    private const string Program = "dotnet run --project src/PolicyEval.Cli -- ";

    private static readonly string Readme = File.ReadAllText(Repository.PathOf("README.md"));

    private static readonly string[] ProgramLines =
        [.. Blocks("sh").SelectMany(block => block.Split('\n'))
            .Where(line => line.StartsWith(Program, StringComparison.Ordinal))];

    public static TheoryData<string> Commands => [.. ProgramLines];

    [Fact]
    public void There_are_two_commands_first()
    {
        var blocks = Blocks("sh").Take(2).ToArray();
        Assert.Equal([Program + "evaluate snapshots/well-kept", "dotnet test PolicyEval.sln"], blocks);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_does_what_it_says(string command)
    {
        var run = Run(command);
        Assert.True(run.ExitCode is 0 or 1 or 2, run.Error);
        Assert.NotEmpty(run.Output);
    }

    /// <summary>Those that write files and read what the one before wrote, as a shell runs them.</summary>
    [Theory]
    [InlineData("results.json", 1, 0, 0, 0)]
    [InlineData("handover.zip", 0, 0)]
    [InlineData("parquet=results/", 1)]
    public void Commands_that_belong_together_do_what_they_say(string file, params int[] exitCodes)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateSymbolicLink(folder.PathOf("snapshots"), Repository.PathOf("snapshots"));
        string[] path = [$"PATH={AppContext.BaseDirectory}:{Environment.GetEnvironmentVariable("PATH")}"];
        var lines = Readme.Split('\n')
            .Where(line => line.StartsWith("    policyeval ", StringComparison.Ordinal) && line.Contains(file)).ToArray();

        Assert.Equal(exitCodes.Length, lines.Length);
        foreach (var (line, exitCode) in lines.Zip(exitCodes))
        {
            var run = ProgramRun.Start("sh", ["-c", line.Trim()], path, folder.Path);
            Assert.True(run.ExitCode == exitCode, $"{line}\n{run.Output}{run.Error}");
        }
    }

    [Fact]
    public void The_output_shown_is_the_output_of_the_first_command() =>
        Assert.Contains(Assert.Single(Blocks("text")), Run(ProgramLines[0]).Output, StringComparison.Ordinal);

    [Fact]
    public void The_policy_shown_compiles_and_decides()
    {
        using var folder = new TemporaryFolder();
        folder.Write("console-password-changed.yaml", Assert.Single(Blocks("yaml")));
        Assert.Equal(0, CliRun.Of(["check", folder.Path]).ExitCode);

        string[] evaluate =
        [
            "evaluate", Repository.PathOf("snapshots", "neglected"),
            "--policies", folder.Path, "--policy", "console-password-changed", "--format", "summary",
        ];
        Assert.Equal(0, CliRun.Of(evaluate).ExitCode);

        var stricter = CliRun.Of([.. evaluate, "--set", "console-password-changed.maxAgeDays=180"]);
        Assert.Contains("4 pass, 1 fail, 4 not applicable", stricter.Output, StringComparison.Ordinal);
        Assert.Equal(1, stricter.ExitCode);
    }

    [Fact]
    public void Every_room_and_folder_is_on_the_map()
    {
        var named = Word().Matches(Readme).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        var folders = Directory.GetDirectories(Repository.PathOf("src"))
            .SelectMany(room => Directory.GetDirectories(room).Prepend(room))
            .Select(folder => Path.GetFileName(folder)!);
        Assert.All(folders, folder => Assert.Contains(folder, named));
    }

    private static CliRun Run(string command) => CliRun.Of([.. command[Program.Length..].Split(' ')
        .Select(word => Path.Exists(Repository.PathOf(word)) ? Repository.PathOf(word) : word)]);

    private static IEnumerable<string> Blocks(string language) => Block().Matches(Readme)
        .Where(match => match.Groups["language"].Value == language)
        .Select(match => match.Groups["text"].Value);

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"[\w.]+")]
    private static partial Regex Word();
}
