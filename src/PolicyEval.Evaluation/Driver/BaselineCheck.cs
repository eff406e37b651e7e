using System.Collections.Immutable;
using PolicyEval.Evaluation.Comparison;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Says where a baseline is not of a kind with a run: a known failure may then be another one.</summary>
internal static class BaselineCheck
{
    private const int NamesShown = 5;

    /// <summary>Reports what differs.</summary>
    public static void Report(Baseline baseline, RunHeader run, DiagnosticBag diagnostics)
    {
        var place = Location.InFile(baseline.File.Path);
        var (known, accounts) = (AccountsOf(baseline.Header), AccountsOf(run));
        if (!known.Intersect(accounts).Any())
        {
            diagnostics.Report(OptionDescriptors.BaselineOfOtherAccounts, place, ListOf(known), ListOf(accounts));
            return;
        }

        var policies = run.Policies.Select(policy => policy.Name).ToHashSet(StringComparer.Ordinal);
        if (!baseline.Header.Policies.Any(policy => policies.Contains(policy.Name)))
        {
            diagnostics.Report(OptionDescriptors.BaselineOfOtherPolicies, place);
            return;
        }

        var missing = accounts.Except(known).ToImmutableArray();
        if (!missing.IsEmpty)
            diagnostics.Report(OptionDescriptors.BaselineLacksAccounts, place, ListOf(missing));
        var changes = baseline.Changes(run).Where(change => IsRuleOf(policies, change)).ToImmutableArray();
        if (!changes.IsEmpty)
            diagnostics.Report(OptionDescriptors.BaselineJudgedOtherwise, place, ListOf([.. changes.Select(Describe)]));
    }

    private static bool IsRuleOf(HashSet<string> policies, InputChange change) => change.Kind switch
    {
        InputKind.Policy => policies.Contains(change.Name),
        InputKind.Param => change.Old.Length > 0 && policies.Contains(change.Name[..change.Name.LastIndexOf('.')]),
        _ => false,
    };

    private static string Describe(InputChange change) =>
        change.Kind == InputKind.Param
            ? $"{change.Name} was {change.Old} and is {(change.New.Length > 0 ? change.New : "gone")}"
        : change.Old.Length == 0 ? $"{change.Name} was not applied"
        : $"{change.Name} had another content";

    private static ImmutableArray<string> AccountsOf(RunHeader header) =>
    [
        .. header.Snapshots.SelectMany(snapshot => snapshot.Accounts.DefaultIfEmpty("an unknown account"))
            .Distinct(StringComparer.Ordinal),
    ];

    private static string ListOf(ImmutableArray<string> names) => NameList.Of(names, NamesShown);
}
