using System.Collections.Immutable;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Evaluation;
using PolicyEval.Snapshots.Packs;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Cli.Commands;

/// <summary>
/// One check of a pack: it is verified, and its results are derived again from its own snapshots by its own rules.
/// </summary>
internal static class RecheckPackRun
{
    public static int Run(CliHost host, RecheckOptions options, CancellationToken cancellationToken)
    {
        using var progress = host.ShowProgress();
        host = host.With(progress);
        RefuseMistakes(options);
        if (SigningOptions.OpenTrusted(host, options.Inputs.TrustedKeys) is not { } trusted
            || Open(host, options, trusted, cancellationToken) is not { } pack)
        {
            return ExitCodes.UnusableInput;
        }

        var saved = pack.FileOf(PackedFileKind.Results)!;
        var report = SavedReport.Load(saved.Name, saved.Bytes);
        var (library, request) = PackedInputs.RulesOf(pack, RecheckRun.RequestOf(report.Header));
        var preparation = Evaluator.Prepare(library, pack.Snapshots, request);
        var result = RecheckRun.Check(
            saved.Bytes, report, PackedInputs.InputsOf(pack), preparation, options.Threads, progress, isMoved: false,
            cancellationToken);
        if (result is null)
        {
            EvaluateRun.Report(host, preparation.Diagnostics);
            return preparation.ExitCode;
        }

        PackConsole.Write(host, pack, trusted);
        return RecheckRun.Finish(host, PackCheck.Of(pack, report, result, isSignerAsked: !trusted.IsEmpty));
    }

    private static void RefuseMistakes(RecheckOptions options)
    {
        if (!Pack.MayBe(options.Report))
            throw UsageException.Of(UsageDescriptors.NoSnapshotOfReport, options.Report);
        if (options.NotOfPacks is [var given, ..])
            throw UsageException.Of(UsageDescriptors.PackIsWhole, given);
    }

    private static Pack? Open(
        CliHost host, RecheckOptions options, ImmutableArray<PublicKey> trusted, CancellationToken cancellationToken)
    {
        var verify = new VerifyOptions
        {
            TrustedKeys = trusted,
            RequireSignature = options.Inputs.RequireSignature,
        };
        var opened = Pack.Open(options.Report, verify, cancellationToken);
        host.Report(opened.Diagnostics);
        if (opened.Pack is null)
        {
            using var text = CliHost.TextOver(host.Output);
            text.WriteLine("UNUSABLE: nothing in this file is to be relied on.");
        }

        return opened.Pack;
    }
}
