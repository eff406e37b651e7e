using System.Text.RegularExpressions;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests;

/// <summary>The README's table of formats: the command in each row writes the format that the row is about.</summary>
public sealed partial class FormatsTableTests
{
    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (Match row in Row().Matches(File.ReadAllText(Repository.PathOf("README.md"))))
                rows.Add(row.Groups["format"].Value, row.Groups["command"].Value);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_command_writes_its_format(string format, string command)
    {
        Assert.Contains($"--format {format}", command, StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        var run = CliRun.Of([.. command.Split(' ').Select(word =>
            Path.Exists(Repository.PathOf(word)) ? Repository.PathOf(word)
            : word.Split('=') is [var name, var file] ? $"{name}={folder.PathOf(file)}"
            : word)]);

        Assert.True(run.ExitCode is 0 or 1 or 2, run.Error);
        if (Directory.GetFiles(folder.Path) is [var written])
            Assert.NotEqual(0, new FileInfo(written).Length);
        else
            Assert.NotEmpty(run.Output);
    }

    [GeneratedRegex(@"^\| `(?<format>[\w-]+)` \| .* \| `policyeval (?<command>evaluate [^`]*--format [^`]*)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
