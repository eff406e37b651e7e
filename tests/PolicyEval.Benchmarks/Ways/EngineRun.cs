using System.Diagnostics;
using PolicyEval.Benchmarks.Comparing;
using PolicyEval.Benchmarks.Generating;
using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Results;
using PolicyEval.Snapshots;
using PolicyEval.Snapshots.Sources;
using PolicyEval.Snapshots.Trees;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Benchmarks.Ways;

/// <summary>The engine by its public doors: from the path of a file and the YAML of the policies to counts.</summary>
internal static class EngineRun
{
    /// <summary>Counts.</summary>
    public static EngineResult Count(string path, int threads)
    {
        var sink = new CountingSink();
        var (opening, evaluating) = Run(path, threads, sink);
        return new EngineResult(sink.Counts, opening, evaluating);
    }

    /// <summary>Hands all findings to a sink.</summary>
    public static (TimeSpan Opening, TimeSpan Evaluating) Run(string path, int threads, IResultSink sink)
    {
        var started = Stopwatch.GetTimestamp();
        var request = new EvaluationRequest
        {
            ToolVersion = "benchmark",
            Frameworks = [ComparedPolicies.Framework],
            Policies = ComparedPolicies.Names,
            AsOf = ReportShape.AsOf,
        };
        var library = PolicyLibrary.LoadFor(request);
        var options = new VerifyOptions
        {
            Limits = SnapshotLimits.Default with { Threads = threads },
            Watchers = () => Evaluator.Watch(library, request),
        };
        var snapshot = Snapshot.Open(path, options);
        var opening = Stopwatch.GetElapsedTime(started);
        if (snapshot.Snapshot is null)
            throw new InvalidDataException(string.Join('\n', snapshot.Diagnostics));

        var prepared = Evaluator.Prepare(library, [snapshot], request);
        if (prepared.Plan is not { } plan)
            throw new InvalidDataException(string.Join('\n', prepared.Diagnostics));
        Evaluator.Run(plan, sink, threads);
        return (opening, Stopwatch.GetElapsedTime(started) - opening);
    }

    /// <summary>Finds, checks and evaluates all snapshots of a folder with all bundled policies; rolls up.</summary>
    /// <exception cref="InvalidDataException">A snapshot cannot be used.</exception>
    public static TreeResult EvaluateTree(string folder, int threads)
    {
        var started = Stopwatch.GetTimestamp();
        var tree = new SnapshotGatherer(new VerifyOptions(), takesAll: false).Gather(SnapshotTree.Find(folder));
        var opening = Stopwatch.GetElapsedTime(started);
        if (tree.Snapshots.FirstOrDefault(snapshot => snapshot.Outline is null) is { } unusable)
            throw new InvalidDataException(string.Join('\n', unusable.Diagnostics));

        var library = PolicyLibrary.Load();
        var request = new EvaluationRequest
        {
            ToolVersion = "benchmark",
            Frameworks = [ComparedPolicies.Framework],
            Policies = [.. library.Policies.Select(policy => policy.Name)],
            IsOfTree = true,
        };
        var prepared = Evaluator.Prepare(library, tree.Snapshots, request);
        if (prepared.Plan is not { } plan)
            throw new InvalidDataException(string.Join('\n', prepared.Diagnostics));
        var footer = Evaluator.Run(plan, new NullSink(), threads);
        return new TreeResult(
            footer.Accounts.Length, footer.Findings.Total, opening, Stopwatch.GetElapsedTime(started) - opening);
    }
}
