using System.Collections.Immutable;
using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Driver;

/// <summary>
/// Chooses the policies of a run with their parameters: those of the frameworks in their order, then those of the
/// user's folder, then those asked for by name. A policy with the same parameters is evaluated once, whoever asks.
/// </summary>
internal sealed class PolicyPlanner
{
    private readonly PolicyLibrary _library;
    private readonly ImmutableArray<Policy> _wanted;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<PlannedControl> _controls = [];
    private readonly List<PolicyWant> _wants = [];

    private PolicyPlanner(PolicyLibrary library, ImmutableArray<Policy> wanted, DiagnosticBag diagnostics)
    {
        _library = library;
        _wanted = wanted;
        _diagnostics = diagnostics;
    }

    /// <summary>The policies and controls of a run.</summary>
    /// <param name="library">All policies; without errors.</param>
    /// <param name="frameworks">The frameworks asked for.</param>
    /// <param name="wanted">The policies asked for by name; empty for all.</param>
    /// <param name="rules">Settles parameters and severities.</param>
    /// <param name="accounts">The accounts of the run, none twice.</param>
    /// <param name="diagnostics">Takes what is to be said.</param>
    public static (ImmutableArray<PlannedPolicy> Policies, ImmutableArray<PlannedControl> Controls) Plan(
        PolicyLibrary library,
        ImmutableArray<Framework> frameworks,
        ImmutableArray<Policy> wanted,
        RuleResolver rules,
        ImmutableArray<string> accounts,
        DiagnosticBag diagnostics)
    {
        var planner = new PolicyPlanner(library, wanted, diagnostics);
        foreach (var framework in frameworks)
        {
            foreach (var control in framework.Controls)
                planner.AddControl(framework, control);
        }
        planner.AddOthers();
        planner.ReportIdle(rules.Sets);
        return (planner.Compile(PolicyVariants.Of(planner._wants, rules, accounts)), [.. planner._controls]);
    }

    private void AddControl(Framework framework, FrameworkControl control)
    {
        var uses = control.Policies.Where(use => IsWanted(use.Name)).ToArray();

        // Who asks for policies by name gets the controls that these decide alone: not the list of all others, and no
        // control of which a part was not asked for.
        var isDecided = uses.Length == control.Policies.Length && (uses.Length > 0 || _wanted.IsEmpty);
        if (isDecided)
            _controls.Add(new PlannedControl(framework.Name, control));
        foreach (var use in uses)
        {
            var index = isDecided ? _controls.Count - 1 : PolicyWant.NoControl;
            _wants.Add(new PolicyWant(_library.FindPolicy(use.Name)!, use.Params, index));
        }
    }

    private void AddOthers()
    {
        var others = _wanted.IsEmpty ? _library.Policies.Where(p => !p.File.IsBundled) : _wanted;
        foreach (var policy in others)
        {
            if (!_wants.Exists(want => want.Policy.Name == policy.Name))
                _wants.Add(new PolicyWant(policy, [], PolicyWant.NoControl));
        }
    }

    private void ReportIdle(ImmutableArray<ParamSet> sets)
    {
        foreach (var set in sets)
        {
            if (!_wants.Exists(want => want.Policy.Name == set.Policy))
                _diagnostics.Report(OptionDescriptors.NotEvaluated, Location.None, set.Option, set.Policy);
        }
    }

    /// <summary>Compiles a policy once for each set of values, however many accounts and severities share it.</summary>
    private ImmutableArray<PlannedPolicy> Compile(ImmutableArray<(PolicyUse Use, AccountFilter Accounts)> variants)
    {
        var known = _library.Diagnostics.Select(d => d.ToString()).ToHashSet(StringComparer.Ordinal);
        var compiled = new Dictionary<string, CompiledPolicy?>(StringComparer.Ordinal);
        var result = ImmutableArray.CreateBuilder<PlannedPolicy>();
        foreach (var (use, accounts) in variants)
        {
            if (!compiled.TryGetValue(use.CompiledKey, out var policy))
                compiled.Add(use.CompiledKey, policy = Compile(use, known));
            if (policy is null)
                continue;
            result.Add(new PlannedPolicy(policy, [.. use.Controls.Select(c => _controls[c].Key)], use.Controls)
            {
                Params = use.Params,
                Severity = use.Severity,
                Accounts = accounts,
            });
        }
        return result.ToImmutable();
    }

    private CompiledPolicy? Compile(PolicyUse use, HashSet<string> known)
    {
        var own = new DiagnosticBag();
        var compiled = PolicyCompiler.Compile(use.Policy, use.Params, own, warns: !IsAsBundled(use));

        // The library has compiled the policy with its defaults already; only what these values add is news.
        _diagnostics.AddRange(own.Where(d => !known.Contains(d.ToString())));
        return compiled;
    }

    /// <summary>
    /// Whether it is a policy of the program with its own values: the tests see to it that none of these warns.
    /// </summary>
    private static bool IsAsBundled(PolicyUse use) =>
        use.Policy.File.IsBundled && use.Params.All(p => p.Value.Text == p.Param.Default.Text);

    private bool IsWanted(string policy) => _wanted.IsEmpty || _wanted.Any(p => p.Name == policy);
}
