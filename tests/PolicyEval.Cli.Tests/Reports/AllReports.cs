using System.Collections.Immutable;
using PolicyEval.Reporting;

namespace PolicyEval.Cli.Tests.Reports;

/// <summary>Everything that one evaluation can write: each format, and the other view of those that have two.</summary>
internal static class AllReports
{
    private static readonly ImmutableArray<string> Formats = [.. ReportFormats.All.Select(format => format.Name)];

    /// <summary>The reports by the names of their files.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Formats, "csv-controls", "sarif-github"];

    /// <summary>Writes them into an empty folder and gives their bytes.</summary>
    /// <param name="folder">Its path.</param>
    /// <param name="run">Runs a command line that ends with these arguments.</param>
    public static ImmutableSortedDictionary<string, byte[]> Write(string folder, Action<string[]> run)
    {
        run([.. Formats.SelectMany(format => (string[])["--format", $"{format}={Path.Combine(folder, format)}"])]);
        run(
        [
            "--csv-view", "controls", "--format", $"csv={Path.Combine(folder, "csv-controls")}",
            "--sarif-profile", "github", "--format", $"sarif={Path.Combine(folder, "sarif-github")}",
        ]);
        return Names.ToImmutableSortedDictionary(
            name => name, name => File.ReadAllBytes(Path.Combine(folder, name)), StringComparer.Ordinal);
    }
}
