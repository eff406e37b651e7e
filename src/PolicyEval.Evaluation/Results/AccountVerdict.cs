namespace PolicyEval.Evaluation.Results;

/// <summary>What a control says of one account.</summary>
/// <param name="Control">The control, such as <c>cis_v130/1.4</c>.</param>
/// <param name="Outcome">The roll-up of the account's resources.</param>
/// <param name="IsWaived">Whether it fails, and waivers cover all of its failures.</param>
public sealed record AccountVerdict(string Control, Outcome Outcome, bool IsWaived);
