using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Comparison;

/// <summary>
/// An earlier result whose failures are known: they do not count at the gate again. A failure that a waiver covered
/// then is not among them, or it would be accepted for ever when the waiver ends. Immutable. The second door of this
/// folder.
/// </summary>
public sealed class Baseline
{
    private readonly ILookup<string, Finding> _findings;

    /// <summary>Takes a result as the baseline.</summary>
    /// <param name="file">The report that holds it.</param>
    /// <param name="result">What it holds.</param>
    public Baseline(InputFile file, EvaluationResult result)
    {
        File = file;
        Header = result.Header;
        _findings = new ComparedSide(result).ByFingerprint;
    }

    /// <summary>The report.</summary>
    public InputFile File { get; }

    /// <summary>The inputs of the earlier result.</summary>
    public RunHeader Header { get; }

    /// <summary>What shaped the earlier result and differs from a run.</summary>
    public ImmutableArray<InputChange> Changes(RunHeader run) => InputComparer.Compare(Header, run);

    /// <summary>The finding, where it is a failure with what the baseline says of it.</summary>
    public Finding Mark(Finding finding) => finding.Outcome == Outcome.Fail
        ? finding with { Baseline = Knows(finding) ? BaselineState.Known : BaselineState.New }
        : finding;

    private bool Knows(Finding failure) =>
        FindingPairs.LikeOf(failure, _findings[failure.Fingerprint]) is { Outcome: Outcome.Fail, Waiver: null };
}
