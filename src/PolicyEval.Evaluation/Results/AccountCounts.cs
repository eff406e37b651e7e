namespace PolicyEval.Evaluation.Results;

/// <summary>What a control says of the accounts.</summary>
/// <param name="Outcomes">
/// The accounts with evidence by what the control says of them; those whose failures are all waived are counted as
/// failed and again as waived.
/// </param>
/// <param name="Missing">The accounts without evidence that can be used.</param>
public sealed record AccountCounts(OutcomeCounts Outcomes, int Missing)
{
    /// <summary>All accounts: the denominator.</summary>
    public int Total => Outcomes.Total + Missing;
}
