namespace PolicyEval.Evaluation.Comparison;

/// <summary>An account of which the old side has later evidence than the new side.</summary>
/// <param name="Account">The account's id; empty where the evidence does not tell it.</param>
/// <param name="Old">Of when the evidence of the old side is, RFC 3339 UTC.</param>
/// <param name="New">Of when that of the new side is.</param>
public sealed record ReversedAccount(string Account, string Old, string New);
