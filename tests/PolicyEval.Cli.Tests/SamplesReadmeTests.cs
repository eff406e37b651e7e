using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
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

    /// <summary>What the commands of the page make, without a shell.</summary>
    [Fact]
    public void A_second_day_is_made_as_the_page_says()
    {
        using var folder = new TemporaryFolder();
        var page = File.ReadAllText(Repository.PathOf("snapshots", "README.md"));
        var change = Regex.Match(page, "sed 's/(?<old>[^/]+)/(?<new>[^/]+)/'");
        var time = Regex.Match(page, "GeneratedTime = (?<time>\"[^\"]+\")").Groups["time"].Value;
        var sample = Repository.PathOf("snapshots", "neglected");
        var csv = File.ReadAllText(Path.Combine(sample, "credential-report.csv"));
        var changed = csv.Replace(change.Groups["old"].Value, change.Groups["new"].Value, StringComparison.Ordinal);
        Assert.NotEqual(csv, changed);
        Directory.CreateDirectory(folder.PathOf("both/next-day"));
        Directory.CreateDirectory(folder.PathOf("both/day"));
        foreach (var file in Directory.GetFiles(sample))
            File.Copy(file, folder.PathOf($"both/day/{Path.GetFileName(file)}"));
        foreach (var file in Directory.GetFiles(sample, "account-*.json"))
            File.Copy(file, folder.PathOf($"both/next-day/{Path.GetFileName(file)}"));
        var content = Convert.ToBase64String(Encoding.UTF8.GetBytes(changed));
        folder.Write(
            "both/next-day/credential-report.json",
            $$"""{"Content": "{{content}}", "ReportFormat": "text/csv", "GeneratedTime": {{time}}}""");
        var nextDay = folder.PathOf("both/next-day");

        var said = Regex.Match(page, "The last line says `(?<counts>[^`]+)`").Groups["counts"].Value;
        Assert.EndsWith($"\n{said}; exit code 0\n", CliRun.Of("diff", sample, nextDay).Output, StringComparison.Ordinal);
        Assert.Contains(
            "evidence of 2 of 2 days", CliRun.Of("period", folder.PathOf("both"), "--from", "2026-03-01", "--to", "2026-03-02").Output,
            StringComparison.Ordinal);

        // With the old CSV beside it, and with the CSV alone.
        var report = folder.PathOf("both/next-day/credential-report.csv");
        File.WriteAllText(report, csv);
        Assert.Contains("PE6035", CliRun.Of("diff", sample, nextDay).Error, StringComparison.Ordinal);
        Assert.Contains("PE6035", page, StringComparison.Ordinal);
        File.Delete(folder.PathOf("both/next-day/credential-report.json"));
        Assert.Contains("give --as-of", CliRun.Of("diff", sample, nextDay).Output, StringComparison.Ordinal);
    }

    private static string Word(JsonElement control) => control.GetProperty("outcome").GetString() switch
    {
        "not_assessed" => "-",
        var outcome => outcome!.Replace('_', ' '),
    };
}
