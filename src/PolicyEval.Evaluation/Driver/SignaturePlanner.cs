using System.Collections.Immutable;
using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Signatures;
using PolicyEval.Language;
using PolicyEval.Language.Dependence;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Finds the policies for users whose outcome a row's signature tells.</summary>
internal static class SignaturePlanner
{
    /// <summary>The layouts for the policies of a run.</summary>
    public static SignatureLayouts Of(ImmutableArray<PlannedPolicy> policies)
    {
        CelDependence?[] dependences = [.. policies.Select(DependenceOf)];
        return new SignatureLayouts(
            SignatureLayout.Of(Array.ConvertAll(dependences, one => one is { Opaque.IsEmpty: true } ? one : null)),
            SignatureLayout.Of(dependences));
    }

    /// <summary>
    /// Whether a layout serves all policies for users, so that nothing else is to be found out of them.
    /// </summary>
    public static bool TellsAll(SignatureLayout layout, ImmutableArray<PlannedPolicy> policies) =>
        layout.Policies.Length == policies.Count(policy => policy.Compiled.Policy.Resource == ResourceSchema.UserType);

    /// <summary>
    /// What the outcome of a policy depends on. Root users are few, and what is said of them reads the account; a
    /// policy for some accounts only is evaluated for each row.
    /// </summary>
    private static CelDependence? DependenceOf(PlannedPolicy planned)
    {
        var policy = planned.Compiled;
        if (policy.Policy.Resource != ResourceSchema.UserType || !planned.Accounts.IsAll)
            return null;
        var environment = policy.Environment;
        var scope = new DependenceScope(
            environment.Variable(ResourceSchema.VariableOf(ResourceSchema.UserType))!,
            environment.Variable(PolicyEnvironment.AsOf)!,
            environment.Variable(PolicyEnvironment.Variables)!,
            policy.Variables)
        {
            Constants = [environment.Variable(PolicyEnvironment.Params)!],
            FirstOpaque = ResourceSchema.RowEvidence,
        };
        return CelDependence.Of(ExpressionsOf(policy), scope);
    }

    private static IEnumerable<CompiledExpression> ExpressionsOf(CompiledPolicy policy) =>
        policy.MatchConditions.Concat(policy.Validations).Select(rule => rule.Expression);
}
