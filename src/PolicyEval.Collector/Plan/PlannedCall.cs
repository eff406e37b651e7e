using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Plan;

/// <summary>An operation that a collection asks for.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Reason">Why it is asked, as a clause without a capital and a full stop.</param>
internal sealed record PlannedCall(ApiOperation Operation, string Reason);
