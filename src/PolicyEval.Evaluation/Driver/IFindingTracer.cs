using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Says of findings how they came about. Used by one thread.</summary>
internal interface IFindingTracer
{
    /// <summary>The finding with its trace.</summary>
    /// <param name="policy">The index of its policy in the plan.</param>
    /// <param name="scope">Its snapshot.</param>
    /// <param name="resource">What it is about.</param>
    /// <param name="finding">The finding without a trace.</param>
    Finding Trace(int policy, SnapshotScope scope, ResourceItem resource, Finding finding);
}
