using PolicyEval.Cli.Diagnostics;
using PolicyEval.Cli.Progress;
using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Rechecking;
using PolicyEval.Snapshots.Packs;

namespace PolicyEval.Cli.Commands;

/// <summary>One check of a report: open, derive again with the options that the report names, compare.</summary>
internal static class RecheckRun
{
    public static int Run(CliHost host, RecheckOptions options, CancellationToken cancellationToken)
    {
        options.Inputs.RefuseMistakes();
        if (options.Inputs.Paths.IsEmpty)
            return RecheckPackRun.Run(host, options, cancellationToken);
        if (Pack.IsOne(options.Report))
            throw UsageException.Of(UsageDescriptors.PackIsWhole, "a snapshot beside it");

        var saved = SavedReport.Read(options.Report);
        var report = SavedReport.Load(options.Report, saved);
        using var progress = host.ShowProgress();
        host = host.With(progress);
        if (options.Inputs.Gather(host, options.TakesAll, progress, cancellationToken) is not { } inputs)
            return ExitCodes.UnusableInput;
        inputs = InOrderOf(report.Header, inputs);
        var (library, request) = options.Rules.Load(RequestOf(report.Header));
        request = EvaluateRun.RequestOf(inputs, request, options.ExpectedAccounts, options.Baseline);
        var preparation = Evaluator.Prepare(library, inputs.Snapshots, request);
        var result = Check(
            saved, report, inputs, preparation, options.Threads, progress, isMoved: true, cancellationToken);
        if (result is not null)
            return Finish(host, result);
        EvaluateRun.Report(host, preparation.Diagnostics);
        return preparation.ExitCode;
    }

    /// <summary>
    /// The same snapshots in the order of the report, which is not what the user has to remember; others come last.
    /// </summary>
    private static GatheredInputs InOrderOf(RunHeader report, GatheredInputs inputs)
    {
        var digests = report.Snapshots.Select(snapshot => snapshot.Digest).ToList();
        return inputs with
        {
            Snapshots =
            [
                .. inputs.Snapshots.OrderBy(opened =>
                    opened.Outline is { } outline && digests.IndexOf(outline.Digest) is >= 0 and var place
                        ? place
                        : digests.Count),
            ],
        };
    }

    /// <summary>Derives all again and compares; null where nothing can be derived.</summary>
    public static RecheckResult? Check(
        ReadOnlyMemory<byte> saved,
        EvaluationResult report,
        GatheredInputs inputs,
        Preparation preparation,
        int threads,
        ProgressLine progress,
        bool isMoved,
        CancellationToken cancellationToken)
    {
        if (preparation.Plan is not { } plan)
            return null;
        var collector = new ResultCollector();
        Evaluator.Run(plan, new ProgressSink(collector, progress), threads, cancellationToken);
        progress.Show(() => "comparing");
        var contents = new OpenedContents(inputs.Snapshots, cancellationToken);
        return Rechecker.Check(saved, report, collector.Result!, contents.Find, isMoved);
    }

    /// <summary>Says what was found.</summary>
    public static int Finish(CliHost host, RecheckResult result)
    {
        using var output = CliHost.TextOver(host.Output);
        RecheckConsole.Write(output, host.OutputStyle, result);
        return !result.IsSame ? ExitCodes.ReportDiffers
            : result.Unchecked.IsEmpty ? ExitCodes.Success
            : ExitCodes.Unproven;
    }

    /// <summary>What the report was made with. Files stand on the command line; their digests are compared.</summary>
    public static EvaluationRequest RequestOf(RunHeader header) => new()
    {
        ToolVersion = ToolVersion.Current,
        Frameworks = header.Options.Frameworks,
        Policies = header.Options.Policies,
        AsOf = header.Options.AsOf,
        Sets = header.Options.Sets,
        FailOn = header.Options.FailOn,
        Strict = header.Options.Strict,
        IgnoreWaivers = header.Options.IgnoreWaivers,
        MaxAge = header.Options.Freshness?.MaxAge,
        Now = header.Options.Freshness?.Now,
    };
}
