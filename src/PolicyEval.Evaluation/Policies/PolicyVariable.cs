using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Policies;

/// <summary>A named expression, read as <c>variables.name</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Expression">The CEL expression, in its place in the file.</param>
/// <param name="Location">Where the name stands.</param>
public sealed record PolicyVariable(string Name, EmbeddedText Expression, Location Location);
