using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Driver;

/// <summary>What is counted of one account: as many numbers as controls have outcomes, and nothing else.</summary>
/// <param name="controls">How many controls are told apart.</param>
internal sealed class AccountCounters(int controls)
{
    // Behind the outcomes stands the number of waived failures.
    private static readonly int Waived = Enum.GetValues<Outcome>().Length;
    private static readonly int Stride = Waived + 1;

    private readonly int[] _counts = new int[(controls + 1) * Stride];

    /// <summary>All findings, whatever control they are of.</summary>
    public OutcomeCounts All => At(0);

    /// <summary>The findings of a control.</summary>
    public OutcomeCounts Of(int control) => At((control + 1) * Stride);

    /// <summary>Adds findings to the controls that they are of.</summary>
    public void Add(ImmutableArray<int> controls, Outcome outcome, int count, int waived)
    {
        Add(0, outcome, count, waived);
        foreach (var control in controls)
            Add((control + 1) * Stride, outcome, count, waived);
    }

    private void Add(int start, Outcome outcome, int count, int waived)
    {
        _counts[start + (int)outcome] += count;
        _counts[start + Waived] += waived;
    }

    private OutcomeCounts At(int start)
    {
        var counts = _counts.AsSpan(start, Stride);
        return new OutcomeCounts(
            counts[(int)Outcome.Pass], counts[(int)Outcome.Fail], counts[(int)Outcome.Manual],
            counts[(int)Outcome.NotApplicable], counts[(int)Outcome.NotAssessed], counts[(int)Outcome.Incomplete],
            counts[(int)Outcome.Error], counts[Waived]);
    }
}
