namespace PolicyEval.Evaluation.Results;

/// <summary>One validation that did not hold.</summary>
/// <param name="Reason">The reason code of the policy, such as <c>ActiveKey</c>.</param>
/// <param name="Message">The sentence for people.</param>
public sealed record Violation(string Reason, string Message);
