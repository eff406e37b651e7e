using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Results;

/// <summary>Keeps a result, with all its findings or with those that are wanted.</summary>
/// <param name="wanted">Which findings to keep; null for all.</param>
public sealed class ResultCollector(Predicate<Finding>? wanted = null) : IResultSink
{
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();
    private RunHeader? _header;

    /// <summary>The result, or null before its end.</summary>
    public EvaluationResult? Result { get; private set; }

    /// <inheritdoc/>
    public void Begin(RunHeader header) => _header = header;

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        if (wanted is null || wanted(finding))
            _findings.Add(finding);
    }

    /// <inheritdoc/>
    public void End(RunFooter footer) => Result = new EvaluationResult(
        _header ?? throw new InvalidOperationException("The run has no beginning."), _findings.ToImmutable(), footer);
}
