using System.Globalization;
using System.Text;

namespace PolicyEval.Benchmarks.Comparing;

/// <summary>Runs in processes of their own as tables in Markdown.</summary>
internal static class ChildTable
{
    private const double Megabyte = 1_000_000;

    /// <summary>Time and memory for some rows and for four times as many.</summary>
    public static string OfMemory(IReadOnlyList<ChildRow> rows)
    {
        var text = new StringBuilder();
        text.Append("| Rows | Threads | Open ms | Evaluate ms | Wall ms | Peak MB | Time ratio | Memory ratio |\n");
        text.Append("|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var row in rows)
        {
            var small = rows.First(other => other.Threads == row.Threads).Result;
            var result = row.Result;
            text.Append(CultureInfo.InvariantCulture,
                $"| {row.Rows} | {row.Threads} | {result.Opening.TotalMilliseconds:F0} ");
            text.Append(CultureInfo.InvariantCulture,
                $"| {result.Evaluating.TotalMilliseconds:F0} | {result.Wall.TotalMilliseconds:F0} ");
            text.Append(CultureInfo.InvariantCulture,
                $"| {result.PeakBytes / Megabyte:F0} | {result.Wall / small.Wall:F2} ");
            text.Append(CultureInfo.InvariantCulture, $"| {result.PeakBytes / (double)small.PeakBytes:F2} |\n");
        }

        return text.ToString();
    }

    /// <summary>How fast all findings are written.</summary>
    public static string OfLines(IReadOnlyList<ChildRow> rows)
    {
        var text = new StringBuilder();
        text.Append("| Rows | Threads | Wall ms | Output MB | MB/s | Peak MB |\n|--:|--:|--:|--:|--:|--:|\n");
        foreach (var row in rows)
        {
            var output = row.Result.OutputBytes / Megabyte;
            text.Append(CultureInfo.InvariantCulture,
                $"| {row.Rows} | {row.Threads} | {row.Result.Wall.TotalMilliseconds:F0} | {output:F0} ");
            text.Append(CultureInfo.InvariantCulture,
                $"| {output / row.Result.Wall.TotalSeconds:F0} | {row.Result.PeakBytes / Megabyte:F0} |\n");
        }

        return text.ToString();
    }
}
