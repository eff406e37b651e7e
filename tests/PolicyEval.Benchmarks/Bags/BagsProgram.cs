using System.Globalization;
using PolicyEval.Benchmarks.Children;
using PolicyEval.Benchmarks.Comparing;

namespace PolicyEval.Benchmarks.Bags;

/// <summary>
/// <c>bags</c>: generates sealed snapshots, and compares the engine, which checks and evaluates them, with
/// <c>sha256sum</c>, which hashes their files. First over a quarter of them, then over all.
/// </summary>
internal static class BagsProgram
{
    /// <summary>Runs it.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var options = BagsOptions.Parse(arguments);
        var folder = options.Folder ?? Directory.CreateTempSubdirectory("bags").FullName;
        try
        {
            var quarter = Math.Max(1, options.Bags / 4);
            BagGenerator.Write(options, folder, 0, quarter);
            var small = Measure(options, folder, quarter);
            BagGenerator.Write(options, folder, quarter, options.Bags);
            var page = BagsPage.Of(options, [small, Measure(options, folder, options.Bags)]);
            Console.Write(page);
            if (options.Out is { } file)
                File.WriteAllText(file, page);
            return 0;
        }
        finally
        {
            if (options.Folder is null)
                Directory.Delete(folder, recursive: true);
        }
    }

    private static BagsRow Measure(BagsOptions options, string folder, int bags)
    {
        var list = Path.GetTempFileName();
        try
        {
            var (files, bytes) = Sha256Sum.WriteList(folder, list);

            // Once before, so that the files are in the cache of the system.
            Sha256Sum.Run(list);
            var (hashing, _) = new Stopwatches(options.Runs).Measure("sha256sum", 2, () =>
            {
                Sha256Sum.Run(list);
                return files;
            });
            return new BagsRow(bags, files, bytes, hashing.Median, RunEngine(options, folder));
        }
        finally
        {
            File.Delete(list);
        }
    }

    private static ChildResult RunEngine(BagsOptions options, string folder) => RepeatedChild.Middle(
        options.Runs, BagsChild.Command, "--folder", folder, "--threads",
        options.Threads.ToString(CultureInfo.InvariantCulture));
}
