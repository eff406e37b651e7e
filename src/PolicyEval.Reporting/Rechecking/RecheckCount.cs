namespace PolicyEval.Reporting.Rechecking;

/// <summary>How many of something were found to be as the report says.</summary>
/// <param name="Same">Those.</param>
/// <param name="Total">All of the report.</param>
public sealed record RecheckCount(int Same, int Total);
