using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Library;

/// <summary>Checks that the policies which frameworks name are there, and take the parameters that these set.</summary>
/// <param name="policies">The policies by name.</param>
/// <param name="names">The names of all, to suggest from.</param>
/// <param name="diagnostics">Takes the mistakes.</param>
internal sealed class FrameworkReferences(
    SortedDictionary<string, Policy> policies, ImmutableArray<string> names, DiagnosticBag diagnostics)
{
    private readonly HashSet<(string Policy, string Param, string Text)> _reported = [];

    /// <summary>Checks a framework.</summary>
    public void Check(Framework framework)
    {
        foreach (var use in framework.Controls.SelectMany(c => c.Policies))
        {
            if (!policies.TryGetValue(use.Name, out var policy))
            {
                diagnostics.ReportName(PolicyDescriptors.UnknownPolicy, use.Location, use.Name, names, use.Name);
                continue;
            }

            foreach (var set in use.Params.Where(set => !Fits(policy, set)))
                Report(framework, policy, set);
        }
    }

    private static bool Fits(Policy policy, ControlParam set) =>
        policy.Param(set.Name) is { } param && (param.IsFaulty || ParamText.Parse(param, set.Text) is not null);

    private void Report(Framework framework, Policy policy, ControlParam set)
    {
        // Many bundled frameworks set the same: a policy that replaces a bundled one and does not take it is one
        // mistake, of the user and not in a file of the program.
        if (framework.File.IsBundled && !_reported.Add((policy.Name, set.Name, set.Text)))
            return;
        if (policy.Param(set.Name) is { } param)
        {
            diagnostics.Report(
                PolicyDescriptors.BadParamValue, set.Location, "value", param.Name, set.Text, param.Range);
        }
        else if (framework.File.IsBundled && policy.ReplacesBundled)
        {
            diagnostics.Report(
                PolicyDescriptors.ReplacementLacksParam, policy.Location, policy.Name, set.Name, framework.Name);
        }
        else
        {
            var candidates = policy.Params.Select(p => p.Name);
            diagnostics.ReportName(
                PolicyDescriptors.UnknownParam, set.NameLocation, set.Name, candidates, set.Name, policy.Name);
        }
    }
}
