using System.Collections.Immutable;
using PolicyEval.Evaluation.Compilation;

namespace PolicyEval.Evaluation.Driver;

/// <summary>A policy with the parameters of this run, and the controls that it serves. Immutable.</summary>
/// <param name="Compiled">The policy. Several may share it that differ in what follows.</param>
/// <param name="Controls">The controls as <c>framework/id</c>, in the order of the frameworks.</param>
/// <param name="ControlIndexes">The same as indexes into the plan's controls.</param>
internal sealed record PlannedPolicy(
    CompiledPolicy Compiled, ImmutableArray<string> Controls, ImmutableArray<int> ControlIndexes)
{
    /// <summary>The parameters with where they come from; their values are those of the compiled policy.</summary>
    public ImmutableArray<EffectiveParam> Params { get; init; } = Compiled.Params;

    /// <summary>How much a failure weighs.</summary>
    public EffectiveSeverity Severity { get; init; } = new(Compiled.Policy.Severity, "");

    /// <summary>The accounts that are judged so.</summary>
    public AccountFilter Accounts { get; init; } = AccountFilter.All;
}
