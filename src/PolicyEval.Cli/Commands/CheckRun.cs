using System.Collections.Immutable;
using PolicyEval.Cli.Outputs;
using PolicyEval.Evaluation;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Checking;

namespace PolicyEval.Cli.Commands;

/// <summary>One check: compile, write the reports, whatever they say, and only then put them in their places.</summary>
internal static class CheckRun
{
    public static int Run(CliHost host, RuleFiles rules, ImmutableArray<ReportTarget> targets)
    {
        rules.RefuseOutputs(targets, []);
        var folder = rules.Folder;
        var library = PolicyLibrary.Load(folder);
        var settings = PolicySettings.Load(rules.Settings, folder, library);
        var waivers = WaiverLibrary.Load(
            library.Waivers.IsEmpty ? rules.Waivers : [folder!, .. rules.Waivers], library);
        var diagnostics = Merge(library.Diagnostics, settings.Diagnostics, waivers.Diagnostics);
        var report = new CheckReport
        {
            ToolVersion = ToolVersion.Current,
            Policies = library.Policies.Count(policy => folder is null || !policy.File.IsBundled),
            Frameworks = library.Frameworks.Count(framework => folder is null || !framework.File.IsBundled),
            HasSettings = settings.File is not null,
            Waivers = waivers.Count,
            Files = new CheckedFiles(folder, rules.Others).Of(
                [.. library.Files, .. settings.Read, .. waivers.Read], diagnostics),
            Diagnostics = diagnostics,
            ExitCode = diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                ? ExitCodes.UnusableInput
                : ExitCodes.Success,
        };

        using var streams = ReportStreams.Open(host, targets);
        foreach (var stream in streams.All)
            CheckFormats.Find(stream.Format)!.Write(report, stream.Stream, stream.Style);
        streams.Keep();
        return report.ExitCode;
    }

    /// <summary>All of them; what two readers say of one file is said once.</summary>
    private static ImmutableArray<Diagnostic> Merge(params ReadOnlySpan<ImmutableArray<Diagnostic>> parts)
    {
        var result = new List<Diagnostic>();
        foreach (var part in parts)
            result.AddRange(part);
        return [.. result.DistinctBy(diagnostic => diagnostic.ToString())];
    }
}
