namespace PolicyEval.Evaluation.Results;

/// <summary>A rule of a policy as reports show it.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Name">The name of a match condition, the reason code of a validation.</param>
/// <param name="Expression">The CEL expression, in one line.</param>
/// <param name="Line">The line in the policy's file, 1-based.</param>
public sealed record RuleReference(RuleRole Role, string Name, string Expression, int Line);
