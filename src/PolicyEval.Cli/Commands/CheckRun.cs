using System.Collections.Immutable;
using PolicyEval.Cli.Outputs;
using PolicyEval.Evaluation;
using PolicyEval.Reporting.Checking;

namespace PolicyEval.Cli.Commands;

/// <summary>One check: compile, write the reports, whatever they say, and only then put them in their places.</summary>
internal static class CheckRun
{
    public static int Run(CliHost host, string? folder, ImmutableArray<ReportTarget> targets)
    {
        foreach (var target in targets)
            target.RefuseInputs([], folder);
        var library = PolicyLibrary.Load(folder);
        var report = new CheckReport
        {
            ToolVersion = ToolVersion.Current,
            Policies = library.Policies.Count(policy => folder is null || !policy.File.IsBundled),
            Frameworks = library.Frameworks.Count(framework => folder is null || !framework.File.IsBundled),
            Files = CheckedFiles.Of(library, folder),
            Diagnostics = library.Diagnostics,
            ExitCode = library.HasErrors ? ExitCodes.UnusableInput : ExitCodes.Success,
        };

        using var streams = ReportStreams.Open(host, targets);
        foreach (var stream in streams.All)
            CheckFormats.Find(stream.Format)!.Write(report, stream.Stream, stream.Style);
        streams.Keep();
        return report.ExitCode;
    }
}
