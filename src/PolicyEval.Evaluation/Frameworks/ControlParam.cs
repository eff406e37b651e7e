using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Frameworks;

/// <summary>A parameter that a framework sets for one control, or that settings set.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Text">The value as text.</param>
/// <param name="NameLocation">Where the name stands.</param>
/// <param name="Location">Where the value stands.</param>
public sealed record ControlParam(string Name, string Text, Location NameLocation, Location Location);
