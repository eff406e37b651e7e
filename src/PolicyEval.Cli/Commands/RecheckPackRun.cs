using PolicyEval.Cli.Diagnostics;
using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting;
using PolicyEval.Reporting.Rechecking;
using PolicyEval.Snapshots.Packs;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Cli.Commands;

/// <summary>
/// One check of a pack: it is verified, and its results are derived again from its own snapshots by its own rules.
/// </summary>
internal static class RecheckPackRun
{
    private const string ReportName = "data/report.html";

    public static int Run(CliHost host, RecheckOptions options, CancellationToken cancellationToken)
    {
        using var progress = host.ShowProgress();
        host = host.With(progress);
        if (Open(host, options, cancellationToken) is not { } pack)
            return ExitCodes.UnusableInput;
        var saved = pack.FileOf(PackedFileKind.Results)!;
        var report = SavedReport.Load(saved.Name, saved.Bytes);
        var (library, request) = PackedInputs.RulesOf(pack, RecheckRun.RequestOf(report.Header));
        var preparation = Evaluator.Prepare(library, pack.Snapshots, request);
        var result = RecheckRun.Check(
            saved.Bytes, report, PackedInputs.InputsOf(pack), preparation, options.Threads, progress,
            cancellationToken);
        if (result is null)
        {
            EvaluateRun.Report(host, preparation.Diagnostics);
            return preparation.ExitCode;
        }

        PackConsole.Write(host, pack);
        return RecheckRun.Finish(host, IsOfReport(pack, report, host)
            ? result
            : result with
            {
                Differences = result.Differences.Add(
                    new RecheckDifference(ReportName, "it is not what the results give")),
            });
    }

    private static Pack? Open(CliHost host, RecheckOptions options, CancellationToken cancellationToken)
    {
        if (!Pack.MayBe(options.Report))
            throw UsageException.Of(UsageDescriptors.NoSnapshotOfReport, options.Report);
        if (options.NotOfPacks is [var given, ..])
            throw UsageException.Of(UsageDescriptors.PackIsWhole, given);
        if (SigningOptions.OpenTrusted(host, options.Inputs.TrustedKeys) is not { } trusted)
            return null;
        var verify = new VerifyOptions
        {
            TrustedKeys = trusted,
            RequireSignature = options.Inputs.RequireSignature,
        };
        var opened = Pack.Open(options.Report, verify, cancellationToken);
        host.Report(opened.Diagnostics);
        return opened.Pack;
    }

    /// <summary>
    /// Whether the HTML is what these results give. Another version of the program may write another one.
    /// </summary>
    private static bool IsOfReport(Pack pack, EvaluationResult report, CliHost host)
    {
        if (report.Header.ToolVersion != ToolVersion.Current)
        {
            using var error = host.ErrorText();
            error.WriteLine($"{ReportName} was written by version {report.Header.ToolVersion}: it is not compared.");
            return true;
        }

        using var buffer = new MemoryStream();
        var writer = ReportFormats.Find("html")!.Create(buffer, ReportStyle.Plain, ReportOptions.Default);
        report.Replay(writer);
        (writer as IDisposable)?.Dispose();
        return buffer.ToArray().AsSpan().SequenceEqual(pack.FileOf(PackedFileKind.Report)!.Bytes.Span);
    }
}
