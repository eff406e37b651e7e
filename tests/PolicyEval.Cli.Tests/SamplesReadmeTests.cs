using System.Globalization;
using System.Text.Json;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests;

/// <summary>The table of <c>snapshots/README.md</c> says what the samples give.</summary>
public sealed class SamplesReadmeTests
{
    private static readonly string[][] Table =
        [.. File.ReadAllLines(Repository.PathOf("snapshots", "README.md"))
            .SkipWhile(line => !line.StartsWith("| Control |", StringComparison.Ordinal))
            .TakeWhile(line => line.Length > 0)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])];

    public static TheoryData<string> Samples => [.. Table[0].Skip(1).Select(cell => cell.Trim('`'))];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Each_outcome_is_that_of_the_sample(string sample)
    {
        var run = CliRun.Of("evaluate", Repository.PathOf("snapshots", sample), "--format", "json");
        using var report = JsonDocument.Parse(run.Output);
        var outcomes = report.RootElement.GetProperty("controls").EnumerateArray()
            .Select(control => (Id: control.GetProperty("id").GetString()!, Outcome: Word(control)))
            .Where(control => Table.Any(row => row[0].StartsWith($"{control.Id} ", StringComparison.Ordinal)))
            .Select(control => $"{control.Id}: {control.Outcome}")
            .Append($"exit: {run.ExitCode.ToString(CultureInfo.InvariantCulture)}");

        var column = Array.FindIndex(Table[0], cell => cell.Trim('`') == sample);
        Assert.Equal(Table.Skip(2).Select(row => $"{row[0].Split(' ')[0]}: {row[column]}"), outcomes);
    }

    [Fact]
    public void Each_control_that_a_policy_decides_is_in_the_table()
    {
        using var catalogue = JsonDocument.Parse(
            CliRun.Of("coverage", "--framework", "cis_v130", "--format", "json").Output);
        var decided = catalogue.RootElement.GetProperty("frameworks")[0].GetProperty("controls").EnumerateArray()
            .Where(control => control.GetProperty("coverage").GetString() == "decided")
            .Select(control => control.GetProperty("id").GetString());
        Assert.Equal(decided, Table[2..^1].Select(row => row[0].Split(' ')[0]));
    }

    private static string Word(JsonElement control) => control.GetProperty("outcome").GetString() switch
    {
        "not_assessed" => "-",
        var outcome => outcome!.Replace('_', ' '),
    };
}
