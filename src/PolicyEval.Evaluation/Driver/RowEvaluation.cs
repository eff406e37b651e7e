using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Evaluates a policy on a row, and keeps the finding, or counts it.</summary>
/// <param name="policy">The index of the policy.</param>
/// <param name="scope">The snapshot.</param>
/// <param name="row">The row.</param>
/// <param name="result">Takes what comes of it.</param>
internal delegate Verdict RowEvaluation(int policy, SnapshotScope scope, ResourceItem row, RangeResult result);
