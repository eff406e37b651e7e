namespace PolicyEval.Reporting.Rechecking;

/// <summary>Something that a report says and that does not follow from the evidence.</summary>
/// <param name="Subject">What it is about: an input, a control, or a finding as <c>policy resource</c>.</param>
/// <param name="What">The sentence.</param>
public sealed record RecheckDifference(string Subject, string What);
