namespace PolicyEval.Evaluation.Results;

/// <summary>Findings of one policy about one account with one outcome that were counted and not made.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Snapshot">The digest of the snapshot.</param>
/// <param name="Account">The account's id of 12 digits, or empty where the evidence does not tell it.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Count">How many there are.</param>
public readonly record struct CountedFindings(
    PolicyReference Policy, string Snapshot, string Account, Outcome Outcome, int Count);
