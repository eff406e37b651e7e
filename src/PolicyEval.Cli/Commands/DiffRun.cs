using PolicyEval.Cli.Diagnostics;
using PolicyEval.Cli.Outputs;
using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Comparison;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Comparing;
using PolicyEval.Snapshots;

namespace PolicyEval.Cli.Commands;

/// <summary>One comparison: two results, read or made, and what differs.</summary>
internal static class DiffRun
{
    public static int Run(CliHost host, DiffOptions options, CancellationToken cancellationToken)
    {
        options.Inputs.RefuseMistakes();
        options.Rules.RefuseOutputs(options.Reports, options.Inputs.Paths);
        var (old, current) = (SavedReport.Sniff(options.Old), SavedReport.Sniff(options.New));
        if (old is null != current is null)
            throw UsageException.Of(
                UsageDescriptors.SnapshotAgainstReport, old is null ? options.Old : options.New,
                old is null ? options.New : options.Old);
        return old is not null && current is not null
            ? OfReports(host, options, old, current)
            : OfSnapshots(host, options, cancellationToken);
    }

    private static int OfReports(CliHost host, DiffOptions options, byte[] old, byte[] current)
    {
        if (options.GivenRules is [var given, ..])
            throw UsageException.Of(UsageDescriptors.JudgedAlready, given);
        var (oldInput, newInput) = (
            new ComparedInput(options.Old, SavedReport.Sha256Of(old)),
            new ComparedInput(options.New, SavedReport.Sha256Of(current)));
        return Write(
            host, options, oldInput, SavedReport.Load(options.Old, old), newInput,
            SavedReport.Load(options.New, current));
    }

    private static int OfSnapshots(CliHost host, DiffOptions options, CancellationToken cancellationToken)
    {
        if (options.Inputs.Open(host, cancellationToken) is not [var oldSnapshot, var newSnapshot])
            return ExitCodes.UnusableInput;
        var (library, request) = options.Rules.Load(options.Request with { CitesSnapshots = true });
        var (old, oldCode) = Evaluate(host, library, oldSnapshot, request, options.Threads, cancellationToken);
        if (old is null)
            return oldCode;
        var (current, newCode) = Evaluate(host, library, newSnapshot, request, options.Threads, cancellationToken);
        if (current is null)
            return newCode;
        return Write(
            host, options, new ComparedInput(options.Old, ""), old, new ComparedInput(options.New, ""), current);
    }

    private static (EvaluationResult? Result, int ExitCode) Evaluate(
        CliHost host,
        PolicyLibrary library,
        SnapshotResult snapshot,
        EvaluationRequest request,
        int threads,
        CancellationToken cancellationToken)
    {
        var preparation = Evaluator.Prepare(library, [snapshot], request);
        if (preparation.Plan is not { } plan)
        {
            EvaluateRun.Report(host, preparation.Diagnostics);
            return (null, preparation.ExitCode);
        }

        var collector = new ResultCollector();
        EvaluateRun.Report(host, Evaluator.Run(plan, collector, threads, cancellationToken).Diagnostics);
        return (collector.Result, ExitCodes.Success);
    }

    private static Diagnostic Warn(ReversedAccount reversed) => Diagnostic.Create(
        UsageDescriptors.OldIsLater, Location.None,
        reversed.Account.Length > 0 ? reversed.Account : "an unknown account", reversed.Old, reversed.New);

    private static int Write(
        CliHost host,
        DiffOptions options,
        ComparedInput oldInput,
        EvaluationResult old,
        ComparedInput newInput,
        EvaluationResult current)
    {
        var report = new ComparisonReport
        {
            ToolVersion = ToolVersion.Current,
            Old = oldInput,
            New = newInput,
            Comparison = ResultComparer.Compare(old, current),
            FailsOnNew = options.FailsOnNew,
        };
        if (report.Comparison.Reversed is [var first, ..])
            host.Report([Warn(first)]);
        using var streams = ReportStreams.Open(host, options.Reports);
        foreach (var stream in streams.All)
            ComparisonFormats.Find(stream.Format)!.Write(report, stream.Stream, stream.Style);
        streams.Keep();
        return report.ExitCode;
    }
}
