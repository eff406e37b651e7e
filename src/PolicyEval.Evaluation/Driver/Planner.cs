using System.Collections.Immutable;
using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Snapshots;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Makes the plan of a run, or says all that forbids it.</summary>
internal static class Planner
{
    private const int UnusableInput = 3;
    private const int WrongUsage = 64;

    /// <summary>Prepares a run.</summary>
    public static Preparation Prepare(
        PolicyLibrary library, ImmutableArray<SnapshotResult> snapshots, EvaluationRequest request)
    {
        var input = new DiagnosticBag();
        input.AddRange(library.Diagnostics);
        var labels = SnapshotLabel.Of(snapshots);
        foreach (var (snapshot, label) in snapshots.Zip(labels))
            input.AddRange(snapshot.Diagnostics.Select(d => EvidenceDiagnostics.Of(d, label)));

        var options = new DiagnosticBag();
        var reader = new OptionReader(library, options);
        var frameworks = reader.Frameworks(request.Frameworks);
        var wanted = reader.Policies(request.Policies);
        var sets = reader.Sets(request.Sets);
        var asOf = reader.AsOf(request.AsOf);
        if (request.Frameworks.IsEmpty && request.Policies.IsEmpty && library.Policies.All(p => p.File.IsBundled))
            options.Report(OptionDescriptors.NothingToEvaluate, Location.None);
        var scopes = snapshots.Zip(labels)
            .Where(s => s.First.Snapshot is not null)
            .Select(s => SnapshotPlanner.Plan(s.First.Snapshot!, s.Second, asOf, options))
            .ToImmutableArray();
        ReportTwins(scopes, options);
        if (input.HasErrors || scopes.Length < snapshots.Length)
            return new Preparation(null, [.. input, .. options], UnusableInput);
        if (options.HasErrors)
            return new Preparation(null, [.. input, .. options], WrongUsage);

        var (policies, controls) = PolicyPlanner.Plan(library, frameworks, wanted, sets, options);
        ImmutableArray<Diagnostic> all = [.. input, .. options];
        if (options.HasErrors)
            return new Preparation(null, all, UnusableInput);
        var header = HeaderOf(request, asOf, scopes, frameworks, policies);
        return new Preparation(new EvaluationPlan(header, scopes, policies, controls, all), all, 0);
    }

    private static void ReportTwins(ImmutableArray<SnapshotScope> scopes, DiagnosticBag options)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var scope in scopes)
        {
            var (digest, name) = (scope.Snapshot.Digest, scope.Label.Text);
            if (!names.TryAdd(digest, name))
                options.Report(OptionDescriptors.SnapshotTwice, Location.None, name, names[digest]);
        }
    }

    private static RunHeader HeaderOf(
        EvaluationRequest request,
        DateTimeOffset? asOf,
        ImmutableArray<SnapshotScope> scopes,
        ImmutableArray<Framework> frameworks,
        ImmutableArray<PlannedPolicy> policies) => new()
        {
            ToolVersion = request.ToolVersion,
            Options = new RunOptions(
                request.Frameworks, request.Policies, asOf is { } time ? Instants.ToText(time) : null,
                request.Sets, request.FailOn, request.Strict),
            Snapshots = [.. scopes.Select(SnapshotPlanner.ReferenceOf)],
            Frameworks = [.. frameworks.Select(ReferenceOf)],
            Policies = [.. policies.Select(ReferenceOf)],
        };

    private static PolicyReference ReferenceOf(PlannedPolicy planned)
    {
        var policy = planned.Compiled.Policy;
        return new PolicyReference(
            policy.Name, policy.Title, policy.Severity, policy.File.Sha256, policy.File.Origin,
            [.. planned.Compiled.Params.Select(ReferenceOf)])
        {
            ReplacesBundled = policy.ReplacesBundled,
            Controls = planned.Controls,
        };
    }

    private static FrameworkReference ReferenceOf(Framework framework) =>
        new(framework.Name, framework.Title, framework.Version, framework.File.Sha256, framework.File.Origin)
        {
            ReplacesBundled = framework.ReplacesBundled,
        };

    private static ParamReference ReferenceOf(EffectiveParam param) =>
        new(param.Param.Name, ParamText.NameOf(param.Param.Type), param.Value.Text, param.Standard.Text);
}
