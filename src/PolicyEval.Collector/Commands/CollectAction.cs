using PolicyEval.Collector.Progress;
using PolicyEval.Collector.Runs;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Collector.Commands;

/// <summary>
/// A run from its options to its exit code: progress and summary to standard error, the result to output.
/// </summary>
internal static class CollectAction
{
    /// <summary>Collects, and says what came of it.</summary>
    public static async Task<int> RunAsync(
        CollectorHost host, CollectOptions options, SigningKey? key, bool quiet, CancellationToken cancellation)
    {
        using var error = host.ErrorText();
        // Whoever watches sees a line when it is written, and before the result.
        error.AutoFlush = true;
        ICollectionProgress progress = quiet ? new QuietProgress()
            : host.ErrorStyle.IsTerminal ? new LiveProgress(error, host.ErrorStyle)
            : new PlainProgress(error, host.Time);
        using var connector = host.Connect(options.Aws);
        var form = options.Zip ? BagForm.Zip : BagForm.Folder;
        var sealer = new EvidenceSealer(options.Output, form, key);
        var run = new CollectionRun(options, connector, sealer, progress, host.Time);
        RunResult? result = null;
        await progress.RunAsync(async () => result = await run.RunAsync(cancellation).ConfigureAwait(false))
            .ConfigureAwait(false);

        WriteSummary(error, result!, options, quiet);
        host.Report(result!.Diagnostics);
        WriteResult(host, result!);
        return result!.ExitCode;
    }

    private static void WriteSummary(TextWriter error, RunResult result, CollectOptions options, bool quiet)
    {
        if (quiet)
        {
            foreach (var line in result.All
                .Where(outcome => outcome.Kind != AccountOutcomeKind.Complete)
                .SelectMany(OutcomeText.Lines))
                error.WriteLine(line);
        }
        else if (options.RoleName is not null && result.Accounts.Length > 0)
        {
            error.WriteLine();
            foreach (var line in SummaryText.Lines(result))
                error.WriteLine(line);
        }

        if (PermissionHint.Of(result) is { } hint)
            error.WriteLine(hint);
        if (result.IsCancelled)
            error.WriteLine(SummaryText.CancelledLine(result));
    }

    /// <summary>A line for each snapshot: its digest, two spaces, its path, as sha256sum writes them.</summary>
    private static void WriteResult(CollectorHost host, RunResult result)
    {
        using var output = CollectorHost.TextOver(host.Output);
        foreach (var outcome in result.Sealed)
            output.WriteLine($"{outcome.Digest}  {outcome.Path}");
    }
}
