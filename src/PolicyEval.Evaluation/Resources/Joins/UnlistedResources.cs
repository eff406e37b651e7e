using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Resources.Joins;

/// <summary>Resources that nobody can list.</summary>
/// <param name="Reference">What findings name in their place.</param>
/// <param name="Missing">The evidence that would list them.</param>
/// <param name="IsOutside">Whether that evidence was not given at all.</param>
internal sealed record UnlistedResources(ResourceReference Reference, MissingEvidence Missing, bool IsOutside);
