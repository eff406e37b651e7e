using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
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

        // What is wrong in a tree is said, and leaves the rest of it be.
        var evidence = new DiagnosticBag();
        evidence.AddRange(request.Found.Select(d => EvidenceDiagnostics.Of(d, SnapshotLabel.Alone)));
        evidence.AddRange(request.Population.OfTree);
        input.AddRange(request.Population.Diagnostics);
        input.AddRange(library.Diagnostics);
        input.AddRange(request.Settings.Diagnostics);
        AddWaivers(library, request.Waivers, input);
        var names = snapshots.Select(snapshot => snapshot.Name).ToImmutableArray();
        var labels = SnapshotLabel.Of(names, always: request.CitesSnapshots);

        // Nobody knows which one of a tree is meant, even where there is only one.
        var places = SnapshotLabel.Of(names, always: request.CitesSnapshots || request.IsOfTree);
        foreach (var (snapshot, label, place) in snapshots.Zip(labels, places))
        {
            if (snapshot.Outline is null && request.IsOfTree)
                evidence.AddRange(snapshot.Diagnostics.Select(d => EvidenceDiagnostics.Of(d, place)));
            else
                input.AddRange(snapshot.Diagnostics.Select(d => EvidenceDiagnostics.Of(d, label)));
        }

        var options = new DiagnosticBag();
        var reader = new OptionReader(library, options);
        var frameworks = reader.Frameworks(request.Frameworks);
        var wanted = reader.Policies(request.Policies);
        var sets = reader.Sets(request.Sets);
        var asOf = reader.AsOf(request.AsOf);
        var freshness = FreshnessGate.Read(request.MaxAge, request.Now, options);
        if (request.Frameworks.IsEmpty && request.Policies.IsEmpty && library.Policies.All(p => p.File.IsBundled))
            options.Report(OptionDescriptors.NothingToEvaluate, Location.None);
        var planned = snapshots.Zip(labels)
            .Where(s => s.First.Outline is not null)
            .Select(s => SnapshotPlanner.Plan(s.First.Outline!, s.Second, asOf, options))
            .ToImmutableArray();
        foreach (var snapshot in planned)
            freshness?.Check(snapshot.Outline, options);
        ReportTwins(planned, options);
        if (request.Waivers.Count > 0 && !request.IgnoreWaivers)
            ReportTimeless(planned, options);
        if (request.Settings.Overrides.AreOfAccounts)
            ReportNameless(planned, options);
        ImmutableArray<SnapshotResult> unusable = [.. snapshots.Where(snapshot => snapshot.Outline is null)];
        if (input.HasErrors || (unusable.Length > 0 && !request.IsOfTree))
            return new Preparation(null, [.. input, .. evidence, .. options], UnusableInput);
        if (options.HasErrors)
            return new Preparation(null, [.. input, .. evidence, .. options], WrongUsage);

        // Where no evidence can be used, the accounts that it should be of tell what stays open.
        var roster = AccountRoster.Of(planned, unusable, request.Population);
        var accounts = planned.IsEmpty
            ? [.. roster.Accounts.Select(account => account.Id).Distinct(StringComparer.Ordinal)]
            : SnapshotPlanner.AccountsOf(planned);
        var (policies, controls) = PolicyPlanner.Plan(
            library, frameworks, wanted, new RuleResolver(request.Settings.Overrides, sets), accounts, options);
        var header = HeaderPlanner.Of(request, asOf, freshness, planned, frameworks, policies, roster);
        if (request.Baseline is { } baseline)
            BaselineCheck.Report(baseline, header, options);
        ImmutableArray<Diagnostic> all = [.. input, .. evidence, .. options];
        if (options.HasErrors)
            return new Preparation(null, all, UnusableInput);
        var plan = new EvaluationPlan(header, planned, policies, controls, all)
        {
            Waivers = request.Waivers.Waivers,
            Baseline = request.Baseline,
            Roster = roster,
            TracesMax = request.TracesMax,
            HasUnusable = evidence.HasErrors,
        };
        return new Preparation(plan, all, 0);
    }

    /// <summary>
    /// What is wrong with the waivers. Their files may stand among the policies, which report their mistakes too.
    /// </summary>
    private static void AddWaivers(PolicyLibrary library, WaiverLibrary waivers, DiagnosticBag input)
    {
        var said = input.Select(diagnostic => diagnostic.ToString()).ToHashSet(StringComparer.Ordinal);
        input.AddRange(waivers.Diagnostics.Where(diagnostic => !said.Contains(diagnostic.ToString())));
        var given = waivers.Files.Select(file => Path.GetFullPath(file.Text.Path)).ToHashSet(StringComparer.Ordinal);
        foreach (var place in library.Waivers.Where(place => !given.Contains(Path.GetFullPath(place.File))))
            input.Report(WaiverDescriptors.NotGiven, place);
    }

    private static void ReportTimeless(ImmutableArray<PlannedSnapshot> snapshots, DiagnosticBag options)
    {
        foreach (var snapshot in snapshots.Where(snapshot => snapshot.AsOfTime is null))
            options.Report(WaiverDescriptors.NoInstant, Location.None, snapshot.Outline.Name);
    }

    private static void ReportNameless(ImmutableArray<PlannedSnapshot> snapshots, DiagnosticBag options)
    {
        foreach (var snapshot in snapshots.Where(snapshot => snapshot.Accounts.Contains("")))
            options.Report(SettingsDescriptors.NoAccount, Location.None, snapshot.Outline.Name);
    }

    private static void ReportTwins(ImmutableArray<PlannedSnapshot> snapshots, DiagnosticBag options)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var snapshot in snapshots)
        {
            var (digest, name) = (snapshot.Outline.Digest, snapshot.Label.Text);
            if (!names.TryAdd(digest, name))
                options.Report(OptionDescriptors.SnapshotTwice, Location.None, name, names[digest]);
        }
    }
}
