using System.Collections.Immutable;
using PolicyEval.Cli.Outputs;
using PolicyEval.Cli.Progress;
using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Accounts;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting;

namespace PolicyEval.Cli.Commands;

/// <summary>One evaluation: open, prepare, run, and only then put the reports in their places.</summary>
internal static class EvaluateRun
{
    private const int DiagnosticsShown = 50;

    /// <summary>As many as anybody reads of one policy: of the rest the cells are in the report.</summary>
    public const int TracesMax = 25;

    public static int Run(CliHost host, EvaluateOptions options, CancellationToken cancellationToken)
    {
        options.Inputs.RefuseMistakes();
        options.Rules.RefuseOutputs(options.Reports, [.. options.Inputs.Paths, .. options.OtherFiles]);
        var isQuiet = options.FormatOptions.Detail == ReportDetail.Quiet;
        using var progress = host.ShowProgress(isQuiet);
        host = host.With(progress);
        // A large report is counted by the rules while it is opened, so that is when they are first asked for.
        var rules = new Lazy<(PolicyLibrary Library, EvaluationRequest Request)>(
            () => options.Rules.Load(options.Request));
        var opening = options.Inputs with
        {
            Watchers = () => Evaluator.Watch(rules.Value.Library, rules.Value.Request),
        };
        if (opening.Gather(host, options.TakesAll, progress, cancellationToken) is not { } inputs)
            return ExitCodes.UnusableInput;

        var (library, request) = rules.Value;
        request = RequestOf(inputs, request, options.ExpectedAccounts, options.Baseline);
        var preparation = Evaluator.Prepare(library, inputs.Snapshots, request);
        if (preparation.Plan is not { } plan)
        {
            Report(host, preparation.Diagnostics, isQuiet);
            return preparation.ExitCode;
        }

        using var outputs = ReportOutputs.Open(host, options.Reports, options.FormatOptions);
        var sink = new ProgressSink(outputs.Sink, progress);
        var footer = Evaluator.Run(plan, sink, options.Threads, cancellationToken);
        outputs.Keep();
        Report(host, footer.Diagnostics, isQuiet);
        return footer.ExitCode;
    }

    /// <summary>A request with all that the files of a command line add to it.</summary>
    /// <param name="inputs">What is evaluated.</param>
    /// <param name="request">What is asked of it.</param>
    /// <param name="expectedAccounts">The file that says which accounts there should be, or null.</param>
    /// <param name="baseline">The report whose failures are known, or null.</param>
    public static EvaluationRequest RequestOf(
        GatheredInputs inputs, EvaluationRequest request, string? expectedAccounts, string? baseline) =>
        inputs.RequestOf(
            request, expectedAccounts is null ? null : AccountPopulation.OfFile(expectedAccounts)) with
        {
            Baseline = SavedReport.LoadBaseline(baseline),
            TracesMax = TracesMax,
        };

    /// <summary>
    /// Writes the first diagnostics to standard error, errors before others are left out, and how many more there are.
    /// </summary>
    /// <param name="host">The program.</param>
    /// <param name="diagnostics">The diagnostics.</param>
    /// <param name="errorsOnly">Whether the others are left out.</param>
    public static void Report(CliHost host, ImmutableArray<Diagnostic> diagnostics, bool errorsOnly = false)
    {
        if (errorsOnly)
            diagnostics = diagnostics.RemoveAll(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);
        if (diagnostics.Length <= DiagnosticsShown)
        {
            host.Report(diagnostics);
            return;
        }

        var errors = diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var (errorsLeft, othersLeft) = (DiagnosticsShown, Math.Max(0, DiagnosticsShown - errors));
        host.Report(
        [
            .. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
                ? errorsLeft-- > 0
                : othersLeft-- > 0),
        ]);
        // After an error there may be no report that would hold them all.
        var where = errors > 0 ? "--quiet shows errors alone" : "see --format json";
        using var error = host.ErrorText();
        error.WriteLine($"... and {diagnostics.Length - DiagnosticsShown} more diagnostics ({where})");
    }
}
