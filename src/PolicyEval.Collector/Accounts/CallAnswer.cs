using PolicyEval.Collector.Aws;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Accounts;

/// <summary>What a call gave: a page or a failure, never both.</summary>
/// <param name="Page">The answer; null where there is a failure.</param>
/// <param name="Failure">Why there is no answer, or null.</param>
internal sealed record CallAnswer(Page? Page, Failure? Failure);
