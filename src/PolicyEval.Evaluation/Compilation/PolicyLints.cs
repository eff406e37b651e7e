using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Language;
using PolicyEval.Language.Analysis;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Compilation;

/// <summary>Looks at a policy without errors as a whole for what its author can hardly have meant.</summary>
internal static class PolicyLints
{
    /// <summary>Looks at a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="all">All its expressions.</param>
    /// <param name="validations">Those of the validations, in order.</param>
    /// <param name="matched">What is known once the match conditions hold.</param>
    /// <param name="diagnostics">Takes what is found.</param>
    public static void Check(
        Policy policy,
        IEnumerable<CelCompilation> all,
        ImmutableArray<CelCompilation> validations,
        CelAssumptions matched,
        DiagnosticBag diagnostics)
    {
        CheckUse(policy, all, diagnostics);
        CheckValidations(validations, matched, diagnostics);
    }

    private static void CheckUse(Policy policy, IEnumerable<CelCompilation> all, DiagnosticBag diagnostics)
    {
        var used = all
            .SelectMany(c => c.Expression?.Fields ?? [])
            .Select(f => (f.Record.Name, f.Field.Name))
            .ToHashSet();
        foreach (var variable in policy.Variables)
        {
            if (!used.Contains((PolicyEnvironment.VariablesType, variable.Name)))
                diagnostics.Report(LintDescriptors.UnusedVariable, variable.Location, variable.Name);
        }

        foreach (var param in policy.Params)
        {
            if (!used.Contains((PolicyEnvironment.ParamsType, param.Name)))
                diagnostics.Report(LintDescriptors.UnusedParam, param.Location, param.Name);
        }
    }

    private static void CheckValidations(
        ImmutableArray<CelCompilation> validations, CelAssumptions matched, DiagnosticBag diagnostics)
    {
        for (var i = 0; i < validations.Length; i++)
        {
            if (validations[i].Analysis is not { } analysis)
                continue;
            var earlier = validations.Take(i).FirstOrDefault(v => v.Analysis is { } other && other.IsSameAs(analysis));
            if (earlier is not null)
            {
                var line = FormattableString.Invariant($"{LocationOf(earlier).Line}");
                diagnostics.Report(LintDescriptors.DuplicateValidation, LocationOf(validations[i]), line);
            }
            else if (matched.Decide(analysis) is { } decided)
            {
                diagnostics.Report(
                    LintDescriptors.DecidedByMatch, LocationOf(validations[i]), decided ? "true" : "false");
            }
        }
    }

    private static Location LocationOf(CelCompilation compilation)
    {
        var text = compilation.Expression!.Text;
        var start = text.Content.Length - text.Content.TrimStart().Length;
        return Location.Of(text, TextSpan.FromBounds(start, Math.Max(start, text.Content.TrimEnd().Length)));
    }
}
