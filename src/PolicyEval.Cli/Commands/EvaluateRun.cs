using System.Collections.Immutable;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Cli.Outputs;
using PolicyEval.Evaluation;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Snapshots;

namespace PolicyEval.Cli.Commands;

/// <summary>One evaluation: open, prepare, run, and only then put the reports in their places.</summary>
internal static class EvaluateRun
{
    private const string StandardInput = "-";
    private const int DiagnosticsShown = 50;

    public static int Run(CliHost host, EvaluateOptions options, CancellationToken cancellationToken)
    {
        if (options.Snapshots.Count(path => path == StandardInput) > 1)
            throw UsageException.Of(UsageDescriptors.StandardInputTwice);
        foreach (var report in options.Reports)
            report.RefuseInputs(options.Snapshots, options.PolicyFolder);

        var library = PolicyLibrary.Load(options.PolicyFolder);
        var snapshots = options.Snapshots.Select(path => Open(host, path, cancellationToken)).ToImmutableArray();
        var preparation = Evaluator.Prepare(library, snapshots, options.Request);
        if (preparation.Plan is not { } plan)
        {
            Report(host, preparation.Diagnostics);
            return preparation.ExitCode;
        }

        using var outputs = ReportOutputs.Open(host, options.Reports);
        var footer = Evaluator.Run(plan, outputs.Sink, options.Threads, cancellationToken);
        outputs.Keep();
        Report(host, footer.Diagnostics);
        return footer.ExitCode;
    }

    private static SnapshotResult Open(CliHost host, string path, CancellationToken cancellationToken) =>
        path == StandardInput
            ? Snapshot.Read(host.Input, StandardInput, limits: null, cancellationToken)
            : Snapshot.Open(path, limits: null, cancellationToken);

    private static void Report(CliHost host, ImmutableArray<Diagnostic> diagnostics)
    {
        host.Report([.. diagnostics.Take(DiagnosticsShown)]);
        if (diagnostics.Length > DiagnosticsShown)
        {
            using var error = host.ErrorText();
            error.WriteLine($"... and {diagnostics.Length - DiagnosticsShown} more diagnostics (see --format json)");
        }
    }
}
