using PolicyEval.Language.Values;

namespace PolicyEval.Language.Dependence;

/// <summary>
/// How the time between two timestamps compares with a limit: whether it is less, equal or greater, or more than a
/// duration can hold.
/// </summary>
/// <param name="Minuend">The slot of the later field, or <see cref="Instant"/>.</param>
/// <param name="Subtrahend">The slot of the earlier field, or <see cref="Instant"/>.</param>
/// <param name="Limit">The limit; zero where the timestamps themselves are compared.</param>
public readonly record struct TimeRelation(int Minuend, int Subtrahend, CelDuration Limit)
{
    /// <summary>Stands for the variable that holds the instant at which ages are measured.</summary>
    public const int Instant = -1;
}
