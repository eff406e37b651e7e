using System.Collections.Immutable;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Cli.Outputs;
using PolicyEval.Cli.Progress;
using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Packs;

namespace PolicyEval.Cli.Commands;

/// <summary>
/// One making of a pack: read what the command line names, put it together, evaluate what is in the pack and nothing
/// else, and write all of it or nothing.
/// </summary>
internal static class PackRun
{
    public static int Run(CliHost host, PackOptions options, CancellationToken cancellationToken)
    {
        var run = options.Run;
        run.Inputs.RefuseMistakes();
        RefuseOutput(options);
        using var progress = host.ShowProgress();
        host = host.With(progress);
        using var key = options.Key is null ? null : SigningOptions.OpenKey(host, options.Key, options.PassphraseFile);
        if ((options.Key is not null && key is null)
            || Draft(host, run, progress, cancellationToken) is not { } draft)
            return ExitCodes.UnusableInput;

        var opened = draft.Open(cancellationToken);
        if (opened.Pack is not { } pack)
        {
            host.Report(opened.Diagnostics);
            return ExitCodes.UnusableInput;
        }

        var (library, request) = PackedInputs.RulesOf(pack, run.Request);
        var preparation = Evaluator.Prepare(library, pack.Snapshots, request);
        EvaluateRun.Report(host, preparation.Plan is null ? preparation.Diagnostics : []);
        if (preparation.Plan is not { } plan)
            return preparation.ExitCode;

        using var results = new MemoryStream();
        using var page = new MemoryStream();
        ImmutableArray<IResultSink> sinks = [SinkOf("json", results, run), SinkOf("html", page, run)];
        var all = new ProgressSink(new FanOutSink(sinks), progress);
        var footer = Evaluator.Run(plan, all, run.Threads, cancellationToken);
        foreach (var sink in sinks.OfType<IDisposable>())
            sink.Dispose();
        EvaluateRun.Report(host, footer.Diagnostics);

        var written = draft.With(results.ToArray(), page.ToArray()).Write(options.Output, key, cancellationToken);
        host.Report(written.Diagnostics);
        if (!written.IsWritten)
            return ExitCodes.UnusableInput;
        WrittenFile.Say(
            host, options.Output, written.Digest,
            () => PackConsole.Write(
                host, options.Output, written.Digest, key?.PublicKey.KeyId, pack, footer));
        return ExitCodes.Success;
    }

    private static IResultSink SinkOf(string format, Stream stream, EvaluateOptions run) =>
        ReportFormats.Find(format)!.Create(stream, ReportStyle.Plain, run.FormatOptions);

    private static void RefuseOutput(PackOptions options)
    {
        if (options.Output == "-")
            throw UsageException.Of(
                UsageDescriptors.WrongUsage, "--output takes the name of a file: no pack goes to standard output");
        var run = options.Run;
        run.Rules.RefuseOutputs(
            [new ReportTarget("pack", options.Output, Destination.Of(options.Output))],
            [.. run.Inputs.Paths, .. run.OtherFiles]);
        if (Path.Exists(options.Output))
            throw new UsageException(
                Diagnostic.Create(UsageDescriptors.PackExists, Location.InFile(options.Output)),
                ExitCodes.UnusableInput);
    }

    /// <summary>All that the command line names, put together; null after diagnostics.</summary>
    private static PackDraft? Draft(
        CliHost host, EvaluateOptions run, ProgressLine progress, CancellationToken cancellationToken)
    {
        if (SigningOptions.OpenTrusted(host, run.Inputs.TrustedKeys) is not { } trusted
            || run.Inputs.Gather(host, run.TakesAll, progress, cancellationToken) is not { } inputs)
        {
            return null;
        }

        var (library, request) = run.Rules.Load(run.Request);
        var baseline = run.Baseline is { } path
            ? new PackedFile(PackedFileKind.Baseline, path, SavedReport.Read(path))
            : null;
        request = EvaluateRun.RequestOf(inputs, request, run.ExpectedAccounts, baseline: null);
        var preparation = Evaluator.Prepare(library, inputs.Snapshots, request);
        if (preparation.Plan is null || IsUnusable(host, inputs))
        {
            EvaluateRun.Report(host, preparation.Diagnostics);
            return null;
        }

        var result = PackDraft.Create(
            new PackInputs
            {
                Producer = PackCheck.ProducerOf(ToolVersion.Current),
                Snapshots = inputs.Snapshots,
                Organizations = inputs.Organizations,
                IsOfTree = inputs.IsOfTree,
                LeftOut = inputs.LeftOut,
                Files = PackedInputs.FilesOf(library, request, baseline, trusted),
            },
            cancellationToken);
        host.Report(inputs.Diagnostics.Concat(result.Diagnostics));
        return result.Draft;
    }

    /// <summary>Whether anything is there that nobody can look at, which no pack may hide.</summary>
    private static bool IsUnusable(CliHost host, GatheredInputs inputs)
    {
        SnapshotDiagnostic[] problems =
        [
            .. inputs.Snapshots.Where(snapshot => snapshot.Outline is null)
                .SelectMany(snapshot => snapshot.Diagnostics),
            .. inputs.Organizations.Where(organization => organization.IsUnusable)
                .SelectMany(organization => organization.Diagnostics),
        ];
        if (problems.Length == 0)
            return false;
        host.Report(problems);
        host.Report([Diagnostic.Create(UsageDescriptors.NotPacked, Location.None)]);
        return true;
    }
}
