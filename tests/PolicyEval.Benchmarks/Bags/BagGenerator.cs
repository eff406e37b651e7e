using System.IO.Compression;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Sealing;

namespace PolicyEval.Benchmarks.Bags;

/// <summary>
/// Seals generated accounts as the collector does. The product seals each into a zip; a folder is that zip unpacked,
/// since the product flushes every file of a folder to the disk, which takes longer than everything else here.
/// </summary>
internal static class BagGenerator
{
    /// <summary>Writes the snapshots of some accounts below a folder, on all cores.</summary>
    public static void Write(BagsOptions options, string folder, int first, int end) =>
        Parallel.For(first, end, index => WriteOne(options, folder, index));

    private static void WriteOne(BagsOptions options, string folder, int index)
    {
        var account = BagAccounts.Make(index, options.Users, options.Seed);
        var answers = CollectedAccount.Of(account);
        var facts = answers.Facts() with { Account = account.Id };
        var composed = SnapshotComposer.Compose(facts, answers.Records, answers.PageOf);
        var target = SnapshotPlace.TargetOf(folder, facts, BagForm.Zip);
        var result = SnapshotSealer.Seal(composed, target, new SealOptions { Form = BagForm.Zip });
        if (!result.IsWritten)
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
        if (options.Zips)
            return;
        ZipFile.ExtractToDirectory(target, Path.GetDirectoryName(target)!);
        File.Delete(target);
    }
}
