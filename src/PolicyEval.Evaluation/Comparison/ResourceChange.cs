using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Comparison;

/// <summary>A resource that only one of two results has, although the other looked for it.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="HasAppeared">Whether the new result has it, not the old one.</param>
public sealed record ResourceChange(ResourceReference Resource, bool HasAppeared);
