using System.Collections.Immutable;
using PolicyEval.Evaluation.Compilation;

namespace PolicyEval.Evaluation.Driver;

/// <summary>A policy with the parameters of this run, and the controls that it serves. Immutable.</summary>
/// <param name="Compiled">The policy.</param>
/// <param name="Controls">The controls as <c>framework/id</c>, in the order of the frameworks.</param>
/// <param name="ControlIndexes">The same as indexes into the plan's controls.</param>
internal sealed record PlannedPolicy(
    CompiledPolicy Compiled, ImmutableArray<string> Controls, ImmutableArray<int> ControlIndexes);
