namespace PolicyEval.Collector.Accounts;

/// <summary>What came of a collection: evidence, or why there is none.</summary>
/// <param name="Evidence">What a snapshot can be made of, with failed calls and all; or null.</param>
/// <param name="Reason">Why there is none, in sentences; empty where there is evidence.</param>
internal sealed record Collected(CollectedEvidence? Evidence, string Reason);
