using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Comparison;

/// <summary>One of two results that were compared.</summary>
/// <param name="Header">Its inputs.</param>
/// <param name="SetAside">
/// Snapshots that were not compared, for it has a later one of each of their accounts; in its order.
/// </param>
public sealed record ComparedResult(RunHeader Header, ImmutableArray<SnapshotReference> SetAside);
