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
    private const int NoControl = -1;

    private readonly PolicyLibrary _library;
    private readonly ImmutableArray<Policy> _wanted;
    private readonly ImmutableArray<ParamSet> _sets;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<PlannedControl> _controls = [];
    private readonly Dictionary<string, int> _indexByKey = new(StringComparer.Ordinal);
    private readonly List<(Policy Policy, ImmutableArray<EffectiveParam> Params, List<int> Controls)> _uses = [];

    private PolicyPlanner(
        PolicyLibrary library, ImmutableArray<Policy> wanted, ImmutableArray<ParamSet> sets, DiagnosticBag diagnostics)
    {
        _library = library;
        _wanted = wanted;
        _sets = sets;
        _diagnostics = diagnostics;
    }

    /// <summary>The policies and controls of a run.</summary>
    /// <param name="library">All policies; without errors.</param>
    /// <param name="frameworks">The frameworks asked for.</param>
    /// <param name="wanted">The policies asked for by name; empty for all.</param>
    /// <param name="sets">The parameters that the user sets.</param>
    /// <param name="diagnostics">Takes what is to be said.</param>
    public static (ImmutableArray<PlannedPolicy> Policies, ImmutableArray<PlannedControl> Controls) Plan(
        PolicyLibrary library,
        ImmutableArray<Framework> frameworks,
        ImmutableArray<Policy> wanted,
        ImmutableArray<ParamSet> sets,
        DiagnosticBag diagnostics)
    {
        var planner = new PolicyPlanner(library, wanted, sets, diagnostics);
        foreach (var framework in frameworks)
        {
            foreach (var control in framework.Controls)
                planner.AddControl(framework, control);
        }
        planner.AddOthers();
        planner.ReportIdleSets();
        return (planner.Compile(), [.. planner._controls]);
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
            Add(_library.FindPolicy(use.Name)!, use.Params, isDecided ? _controls.Count - 1 : NoControl);
    }

    private void AddOthers()
    {
        var others = _wanted.IsEmpty ? _library.Policies.Where(p => !p.File.IsBundled) : _wanted;
        foreach (var policy in others)
        {
            if (!_uses.Exists(u => u.Policy.Name == policy.Name))
                Add(policy, [], NoControl);
        }
    }

    private void Add(Policy policy, ImmutableArray<ControlParam> fromFramework, int control)
    {
        var parameters = policy.Params.Select(p => Effective(policy, p, fromFramework)).ToImmutableArray();
        var key = string.Join('\0', parameters.Select(p => p.Value.Text).Prepend(policy.Name));
        if (!_indexByKey.TryGetValue(key, out var index))
        {
            index = _uses.Count;
            _indexByKey.Add(key, index);
            _uses.Add((policy, parameters, []));
        }
        if (control != NoControl)
            _uses[index].Controls.Add(control);
    }

    private EffectiveParam Effective(Policy policy, PolicyParam param, ImmutableArray<ControlParam> fromFramework)
    {
        var standard = param.Default;
        foreach (var set in fromFramework)
        {
            if (set.Name == param.Name)
                standard = ParamText.Parse(param, set.Text)
                    ?? throw new InvalidOperationException($"{set.Location} was not checked.");
        }
        var own = _sets.FirstOrDefault(s => s.Policy == policy.Name && s.Param == param.Name);
        return new EffectiveParam(param, own?.Value ?? standard, standard);
    }

    private void ReportIdleSets()
    {
        foreach (var set in _sets)
        {
            if (!_uses.Exists(u => u.Policy.Name == set.Policy))
                _diagnostics.Report(OptionDescriptors.NotEvaluated, Location.None, set.Option, set.Policy);
        }
    }

    private ImmutableArray<PlannedPolicy> Compile()
    {
        var known = _library.Diagnostics.Select(d => d.ToString()).ToHashSet(StringComparer.Ordinal);
        var result = ImmutableArray.CreateBuilder<PlannedPolicy>();
        foreach (var (policy, parameters, controls) in _uses)
        {
            var own = new DiagnosticBag();
            var compiled = PolicyCompiler.Compile(policy, parameters, own);

            // The library has compiled the policy with its defaults already; only what these values add is news.
            _diagnostics.AddRange(own.Where(d => !known.Contains(d.ToString())));
            if (compiled is not null)
                result.Add(new PlannedPolicy(compiled, [.. controls.Select(c => _controls[c].Key)], [.. controls]));
        }
        return result.ToImmutable();
    }

    private bool IsWanted(string policy) => _wanted.IsEmpty || _wanted.Any(p => p.Name == policy);
}
