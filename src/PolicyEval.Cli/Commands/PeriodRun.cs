using System.Collections.Immutable;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Cli.Outputs;
using PolicyEval.Cli.Progress;
using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Periods;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Periods;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Trees;

namespace PolicyEval.Cli.Commands;

/// <summary>One look at a period: each snapshot is opened, judged and let go, so that memory stays flat.</summary>
internal sealed class PeriodRun(CliHost host, ProgressLine progress, CancellationToken cancellationToken)
{
    // AWS keeps a credential report for four hours: evidence may be older than its collection, but not by a day.
    private static readonly TimeSpan ReportLag = TimeSpan.FromDays(1);

    private readonly List<Diagnostic> _unusable = [];

    /// <summary>The folder with the snapshots.</summary>
    public required string Folder { get; init; }

    /// <summary>The begin as the user wrote it.</summary>
    public required string From { get; init; }

    /// <summary>The end as the user wrote it.</summary>
    public required string To { get; init; }

    /// <summary>The keys whose signatures count; no snapshot.</summary>
    public required SnapshotInputs Inputs { get; init; }

    /// <summary>Where the rules stand.</summary>
    public required RuleFiles Rules { get; init; }

    /// <summary>By which rules the snapshots are judged.</summary>
    public required EvaluationRequest Request { get; init; }

    /// <summary>At least 1.</summary>
    public required int Threads { get; init; }

    /// <summary>The reports, at least one.</summary>
    public required ImmutableArray<ReportTarget> Reports { get; init; }

    /// <summary>Runs.</summary>
    public int Run()
    {
        Inputs.RefuseMistakes();
        Rules.RefuseOutputs(Reports, [Folder]);
        var mistakes = new DiagnosticBag();
        if (PeriodSpan.Read(From, To, mistakes) is not { } span)
        {
            host.Report([.. mistakes]);
            return ExitCodes.WrongUsage;
        }

        var (library, request) = Rules.Load(Request with { CitesSnapshots = true });
        var builder = new PeriodBuilder(span);
        ImmutableArray<FoundSnapshot> found = [.. Find(span, builder)];
        var counter = new SnapshotCounter(progress, "judging");
        counter.Expect(found.Length);
        foreach (var snapshot in found)
        {
            if (Take(builder, library, request, snapshot) is { } exitCode)
                return exitCode;
            counter.Advance();
        }

        if (builder.Build() is not { } report)
        {
            // There will be no report that says it.
            EvaluateRun.Report(host, [.. _unusable]);
            throw new UsageException(
                Diagnostic.Create(UsageDescriptors.EmptyPeriod, Location.InFile(Folder), From, To),
                ExitCodes.UnusableInput);
        }

        using var streams = ReportStreams.Open(host, Reports);
        foreach (var stream in streams.All)
            PeriodFormats.Find(stream.Format)!.Write(report, stream.Stream, stream.Style);
        streams.Keep();
        return report.ExitCode;
    }

    /// <summary>
    /// The snapshots of accounts that may be of the period, each account's one after the other in the order of time.
    /// </summary>
    private Ordered<FoundSnapshot> Find(PeriodSpan span, PeriodBuilder builder)
    {
        if (!Directory.Exists(Folder))
            throw new UsageException(
                Diagnostic.Create(UsageDescriptors.NoPeriodFolder, Location.None, Folder), ExitCodes.UnusableInput);
        var tree = SnapshotTree.Find(Folder, limits: null, cancellationToken);
        host.Report([.. tree.Diagnostics.Select(d => EvidenceDiagnostics.Of(d, SnapshotLabel.Alone))]);
        foreach (var error in tree.Diagnostics.Where(diagnostic => diagnostic.Severity == SnapshotSeverity.Error))
            builder.AddFailed(error.File, "", null, error.Message);
        return tree.Snapshots
            .Where(snapshot => snapshot.Kind == SnapshotKind.Account
                && (snapshot.StartedAt is not { } time || (time >= span.From && time < span.To + ReportLag)))
            .OrderBy(snapshot => snapshot.Account, StringComparer.Ordinal).ThenBy(snapshot => snapshot.StartedAt)
            .ThenBy(snapshot => snapshot.Place, StringComparer.Ordinal);
    }

    /// <summary>Judges a snapshot; an exit code where the rules forbid every run.</summary>
    private int? Take(PeriodBuilder builder, PolicyLibrary library, EvaluationRequest request, FoundSnapshot found)
    {
        var path = found.Place;
        if ((Inputs with { Paths = [found.Path] }).Open(host, cancellationToken) is not [var opened])
        {
            builder.AddFailed(path, found.Account, found.StartedAt, "no trusted key signed it");
            return null;
        }

        if (opened.Snapshot is null)
        {
            Diagnostic[] errors =
            [
                .. opened.Diagnostics.Where(diagnostic => diagnostic.Severity == SnapshotSeverity.Error)
                    .Select(diagnostic => EvidenceDiagnostics.Of(diagnostic, SnapshotLabel.Alone)),
            ];
            _unusable.AddRange(errors);
            builder.AddFailed(path, found.Account, found.StartedAt, errors.FirstOrDefault()?.ToString() ?? "");
            return null;
        }

        var preparation = Evaluator.Prepare(library, [opened], request);
        if (preparation.Plan is not { } plan)
        {
            EvaluateRun.Report(host, preparation.Diagnostics);
            return preparation.ExitCode;
        }

        Evaluator.Run(plan, builder.Sink(path), Threads, cancellationToken);
        return null;
    }
}
