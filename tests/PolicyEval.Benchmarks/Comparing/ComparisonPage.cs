using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using PolicyEval.Benchmarks.Generating;

namespace PolicyEval.Benchmarks.Comparing;

/// <summary>The page with the results of a comparison, in Markdown.</summary>
internal sealed class ComparisonPage(GeneratedReport report, CompareOptions options)
{
    private readonly StringBuilder _text = new();

    /// <summary>Begins with the command and what was measured on.</summary>
    public void AddHead()
    {
        _text.Append("# The engine beside what a user would pick instead\n\n");
        _text.Append(CultureInfo.InvariantCulture,
            $"    dotnet run -c Release --project tests/PolicyEval.Benchmarks -- compare {options.CommandLine}");
        _text.Append("\n\n");
        _text.Append(CultureInfo.InvariantCulture,
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, ");
        _text.Append(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores. A credential report of ");
        _text.Append(CultureInfo.InvariantCulture, $"{report.Shape.Rows} rows\nand {report.Accounts} accounts, ");
        _text.Append(CultureInfo.InvariantCulture, $"{report.Bytes} bytes, seed {report.Shape.Seed}, ");
        _text.Append(CultureInfo.InvariantCulture, $"sha256\n{report.Sha256}.\n");
        _text.Append(CultureInfo.InvariantCulture, $"Ages are measured at {ReportShape.AsOf}.\n");
    }

    /// <summary>All ways in one process.</summary>
    public void AddWays(Comparison comparison)
    {
        _text.Append("\n## Ways\n\nIn one process, in turn, compiled by the just-in-time compiler and warmed up, the ");
        _text.Append("file in the cache of the system;\nfrom the path to the counts. ");
        _text.Append("Ratios are of medians; open and evaluate are those of the last run.\n\n");
        _text.Append(ResultTable.Of(report, comparison.Measurements));
    }

    /// <summary>Time and memory of the engine.</summary>
    public void AddMemory(IReadOnlyList<ChildRow> rows)
    {
        _text.Append("\n## Memory\n\nThe engine in a process of its own for each run, cold; peak of resident memory.");
        _text.Append(" Ratios: to the first line with as many threads.\n\n");
        _text.Append(ChildTable.OfMemory(rows));
    }

    /// <summary>All findings as JSON Lines.</summary>
    public void AddLines(IReadOnlyList<ChildRow> rows)
    {
        _text.Append("\n## JSON Lines\n\nAll findings to the null device, in a process of its own, cold.\n\n");
        _text.Append(ChildTable.OfLines(rows));
    }

    /// <summary>What all ways count, and where one does not.</summary>
    public void AddCounts(Comparison comparison)
    {
        if (comparison.Counts.Count == 0)
            return;
        _text.Append("\n## Counts\n\n").Append(CountTable.Of(comparison.Counts[0].Counts)).Append('\n');
        var differences = comparison.Differences().ToArray();
        foreach (var difference in differences)
            _text.Append(CultureInfo.InvariantCulture, $"* DIFFERENT: {difference}\n");
        if (differences.Length > 0)
            return;
        _text.Append(CultureInfo.InvariantCulture, $"{comparison.Counts[0].Counts.Total} verdicts, the same by ");
        _text.AppendJoin("; ", comparison.Counts.Select(way => way.What)).Append(".\n");
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
