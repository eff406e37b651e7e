using PolicyEval.Cli.Diagnostics;
using PolicyEval.Cli.Outputs;
using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Comparison;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Comparing;
using PolicyEval.Snapshots;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Cli.Commands;

/// <summary>One comparison: two results, read or made, and what differs.</summary>
internal static class DiffRun
{
    private const int AccountsShown = 5;

    public static int Run(CliHost host, DiffOptions options, CancellationToken cancellationToken)
    {
        options.Inputs.RefuseMistakes();
        options.Rules.RefuseOutputs(options.Reports, options.Inputs.Paths);
        var (old, current) = (SavedReport.Sniff(options.Old), SavedReport.Sniff(options.New));
        if (old is null != current is null)
            throw UsageException.Of(
                UsageDescriptors.SnapshotAgainstReport, old is null ? options.Old : options.New,
                old is null ? options.New : options.Old);
        return old is { } oldReport && current is { } newReport
            ? OfReports(host, options, oldReport, newReport)
            : OfSnapshots(host, options, cancellationToken);
    }

    private static int OfReports(
        CliHost host, DiffOptions options, ReadOnlyMemory<byte> old, ReadOnlyMemory<byte> current)
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
        var said = new List<Diagnostic>();
        var (old, oldCode) = Evaluate(said, library, oldSnapshot, request, options.Threads, cancellationToken);
        var (current, newCode) = old is null
            ? (null, oldCode)
            : Evaluate(said, library, newSnapshot, request, options.Threads, cancellationToken);

        // What both sides give rise to, such as a waiver that is over, is said once.
        EvaluateRun.Report(host, [.. said.DistinctBy(diagnostic => diagnostic.ToString())]);
        if (old is null || current is null)
            return newCode;
        return Write(
            host, options, new ComparedInput(options.Old, ""), old, new ComparedInput(options.New, ""), current);
    }

    private static (EvaluationResult? Result, int ExitCode) Evaluate(
        List<Diagnostic> said,
        PolicyLibrary library,
        SnapshotResult snapshot,
        EvaluationRequest request,
        int threads,
        CancellationToken cancellationToken)
    {
        var preparation = Evaluator.Prepare(library, [snapshot], request);
        if (preparation.Plan is not { } plan)
        {
            said.AddRange(preparation.Diagnostics);
            return (null, preparation.ExitCode);
        }

        var collector = new ResultCollector();
        said.AddRange(Evaluator.Run(plan, collector, threads, cancellationToken).Diagnostics);
        return (collector.Result, ExitCodes.Success);
    }

    private static IEnumerable<Diagnostic> WarningsOf(ResultComparison comparison)
    {
        if (comparison.Reversed is [var reversed, ..])
            yield return Diagnostic.Create(
                UsageDescriptors.OldIsLater, Location.None, NameOf(reversed.Account), reversed.Old, reversed.New);
        if (!comparison.HasCommonAccount)
            yield return Diagnostic.Create(
                UsageDescriptors.NoCommonAccount, Location.None, AccountsOf(comparison, appeared: false),
                AccountsOf(comparison, appeared: true));
    }

    private static string AccountsOf(ResultComparison comparison, bool appeared) => NameList.Of(
        [.. comparison.Accounts.Where(change => change.HasAppeared == appeared).Select(c => NameOf(c.Account))],
        AccountsShown);

    private static string NameOf(string account) => account.Length > 0 ? account : "an unknown account";

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
        host.Report([.. WarningsOf(report.Comparison)]);
        using var streams = ReportStreams.Open(host, options.Reports);
        foreach (var stream in streams.All)
            ComparisonFormats.Find(stream.Format)!.Write(report, stream.Stream, stream.Style);
        streams.Keep();
        return report.ExitCode;
    }
}
