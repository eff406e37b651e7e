using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace PolicyEval.Benchmarks.Bags;

/// <summary>The page with the results over many snapshots, in Markdown.</summary>
internal static class BagsPage
{
    private const double Megabyte = 1_000_000;

    /// <summary>The page.</summary>
    public static string Of(BagsOptions options, IReadOnlyList<BagsRow> rows)
    {
        var text = new StringBuilder();
        text.Append("# Many snapshots beside sha256sum\n\n");
        text.Append(CultureInfo.InvariantCulture,
            $"    dotnet run -c Release --project tests/PolicyEval.Benchmarks -- bags {options.CommandLine}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, ");
        text.Append(CultureInfo.InvariantCulture,
            $"{RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} cores. Sealed snapshots of ");
        text.Append(CultureInfo.InvariantCulture,
            $"{options.Users} users each, seed {options.Seed}, {(options.Zips ? "each one zip" : "folders")};\n");
        text.Append("the files in the cache of the system. sha256sum: two processes over all files. The engine ");
        text.Append("finds,\nchecks and evaluates all with all IAM policies and rolls up, with ");
        text.Append(CultureInfo.InvariantCulture, $"{options.Threads} threads, in a process of its own, cold.\n\n");
        text.Append("| Snapshots | Files | MB | sha256sum ms | Engine ms | open ms | evaluate ms | Times sha256sum | Findings ");
        text.Append("| Peak MB |\n");
        text.Append("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var row in rows)
        {
            var engine = row.Engine;
            text.Append(CultureInfo.InvariantCulture, $"| {row.Bags} | {row.Files} | {row.Bytes / Megabyte:F0} ");
            text.Append(CultureInfo.InvariantCulture,
                $"| {row.Hashing.TotalMilliseconds:F0} | {engine.Wall.TotalMilliseconds:F0} ");
            text.Append(CultureInfo.InvariantCulture,
                $"| {engine.Opening.TotalMilliseconds:F0} | {engine.Evaluating.TotalMilliseconds:F0} ");
            text.Append(CultureInfo.InvariantCulture,
                $"| {engine.Wall / row.Hashing:F2} | {engine.Findings} | {engine.PeakBytes / Megabyte:F0} |\n");
        }

        return text.ToString();
    }
}
