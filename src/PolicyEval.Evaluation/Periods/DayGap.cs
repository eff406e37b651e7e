namespace PolicyEval.Evaluation.Periods;

/// <summary>Days in a row without evidence that can be used, in UTC.</summary>
/// <param name="From">The first of them.</param>
/// <param name="To">The last of them.</param>
public sealed record DayGap(DateOnly From, DateOnly To)
{
    /// <summary>How many they are.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;
}
