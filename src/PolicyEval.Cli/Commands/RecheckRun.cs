using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Rechecking;
using PolicyEval.Snapshots;

namespace PolicyEval.Cli.Commands;

/// <summary>One check of a report: open, derive again with the options that the report names, compare.</summary>
internal static class RecheckRun
{
    public static int Run(CliHost host, RecheckOptions options, CancellationToken cancellationToken)
    {
        options.Inputs.RefuseMistakes();
        var saved = SavedReport.Read(options.Report);
        var report = SavedReport.Load(options.Report, saved);
        if (options.Inputs.Gather(host, options.TakesAll, cancellationToken) is not { } inputs)
            return ExitCodes.UnusableInput;
        var (library, request) = options.Rules.Load(RequestOf(report.Header));
        request = inputs.RequestOf(request, options.ExpectedAccounts) with
        {
            Baseline = SavedReport.LoadBaseline(options.Baseline),
            TracesMax = EvaluateRun.TracesMax,
        };
        var preparation = Evaluator.Prepare(library, inputs.Snapshots, request);
        if (preparation.Plan is not { } plan)
        {
            EvaluateRun.Report(host, preparation.Diagnostics);
            return preparation.ExitCode;
        }

        var collector = new ResultCollector();
        Evaluator.Run(plan, collector, options.Threads, cancellationToken);
        var snapshots = inputs.Snapshots.Select(opened => opened.Snapshot).OfType<Snapshot>()
            .DistinctBy(snapshot => snapshot.Digest).ToDictionary(snapshot => snapshot.Digest, StringComparer.Ordinal);
        var result = Rechecker.Check(
            saved, report, collector.Result!, (digest, file) => snapshots.GetValueOrDefault(digest)?.ContentOf(file));
        using var output = CliHost.TextOver(host.Output);
        RecheckConsole.Write(output, host.OutputStyle, result);
        return result.IsSame ? ExitCodes.Success : ExitCodes.ReportDiffers;
    }

    /// <summary>What the report was made with. Files stand on the command line; their digests are compared.</summary>
    private static EvaluationRequest RequestOf(RunHeader header) => new()
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
