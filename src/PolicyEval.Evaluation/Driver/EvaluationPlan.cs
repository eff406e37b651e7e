using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Driver;

/// <summary>A run that is ready: every name resolved, every policy compiled. Immutable.</summary>
public sealed class EvaluationPlan
{
    internal EvaluationPlan(RunHeader header) => Header = header;

    /// <summary>The inputs of the run.</summary>
    public RunHeader Header { get; }
}
