using PolicyEval.Cli.Diagnostics;
using PolicyEval.Cli.Outputs;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Testing;
using PolicyEval.Evaluation.Testing.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Testing;

namespace PolicyEval.Cli.Commands;

/// <summary>One run of tests: load, run, and only then put the reports in their places.</summary>
internal static class TestRun
{
    public static int Run(CliHost host, TestOptions options, CancellationToken cancellationToken)
    {
        foreach (var report in options.Reports)
            report.RefuseInputs([], options.Folder);
        var library = PolicyTestLibrary.Load(options.Folder);
        host.Report([.. library.Diagnostics.Where(d => d.Severity != DiagnosticSeverity.Info)]);
        if (library.HasErrors)
            return ExitCodes.UnusableInput;
        RefuseUnknown(library, options.Filter);

        using var streams = ReportStreams.Open(host, options.Reports);
        var run = PolicyTester.Run(library, options.Filter, cancellationToken);
        RefuseNothing(run, options.Filter);
        var details = new PolicyTestDetails(options.ShowsCoverage, options.LeastCoverage);
        foreach (var stream in streams.All)
            PolicyTestFormats.Find(stream.Format)!.Write(run, details, stream.Stream, stream.Style);
        streams.Keep();
        host.Report(run.Diagnostics);
        return ExitCodeOf(run, options.LeastCoverage);
    }

    private static void RefuseUnknown(PolicyTestLibrary library, PolicyTestFilter filter)
    {
        foreach (var name in filter.Policies.Where(name => library.Library.FindPolicy(name) is null))
            throw UsageException.Unknown(
                OptionDescriptors.UnknownPolicy, name, library.Library.Policies.Select(policy => policy.Name));
    }

    /// <summary>Refuses a choice that leaves nothing to run: it must not look as if all had passed.</summary>
    private static void RefuseNothing(PolicyTestRun run, PolicyTestFilter filter)
    {
        if (filter.Case is { } text && run.Cases == 0)
            throw UsageException.Of(UsageDescriptors.WrongUsage, $"no case has the text '{text}' in its name");
        if (filter.Case is not null)
            return;
        foreach (var name in filter.Policies.Except([.. run.Policies.Select(p => p.Policy), .. run.WithoutTests]))
        {
            throw UsageException.Of(
                UsageDescriptors.WrongUsage,
                $"the folder has no tests of '{name}', which is bundled: without a folder they are run");
        }
    }

    private static int ExitCodeOf(PolicyTestRun run, int? leastCoverage)
    {
        if (run.Refused > 0)
            return ExitCodes.UnusableInput;
        return run.Failed > 0 || run.LeastCoverage < leastCoverage ? ExitCodes.TestsFailed : ExitCodes.Success;
    }
}
