using System.Collections.Immutable;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Frameworks;

/// <summary>A policy as a control uses it.</summary>
/// <param name="Name">The policy's name.</param>
/// <param name="Location">Where the control names it.</param>
/// <param name="Params">The parameters that the framework sets, in the order of the file.</param>
public sealed record ControlPolicy(string Name, Location Location, ImmutableArray<ControlParam> Params);
