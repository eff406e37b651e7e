namespace PolicyEval.Evaluation.Comparison;

/// <summary>An input that differs, so that the two results are not quite of a kind.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The framework, the policy or <c>policy.param</c>; empty where the kind says it all.</param>
/// <param name="Old">The old value, digest or version; empty where there is none.</param>
/// <param name="New">The new one.</param>
public sealed record InputChange(InputKind Kind, string Name, string Old, string New);
