namespace PolicyEval.Evaluation.Comparison;

/// <summary>An account of which only one of two results has evidence.</summary>
/// <param name="Account">The account's id; empty where the evidence does not tell it.</param>
/// <param name="HasAppeared">Whether the new result has it, not the old one.</param>
public sealed record AccountChange(string Account, bool HasAppeared);
