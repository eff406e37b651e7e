using System.Collections.Immutable;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Policies;

namespace PolicyEval.Evaluation.Driver;

/// <summary>A policy as a control, or the user, asks for it.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="FromFramework">The parameters that the framework sets.</param>
/// <param name="Control">The index of the control among the plan's, or <see cref="NoControl"/>.</param>
internal sealed record PolicyWant(Policy Policy, ImmutableArray<ControlParam> FromFramework, int Control)
{
    /// <summary>No control that the run reports.</summary>
    public const int NoControl = -1;
}
