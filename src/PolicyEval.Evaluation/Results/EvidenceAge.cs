namespace PolicyEval.Evaluation.Results;

/// <summary>How old the evidence of a snapshot is at the instant that the user calls now.</summary>
/// <param name="Seconds">
/// Since AWS generated the credential report, or since the collection began where there is none; null where nothing
/// tells, which counts as too old.
/// </param>
/// <param name="IsTooOld">Whether it is more than the greatest age.</param>
public sealed record EvidenceAge(long? Seconds, bool IsTooOld);
