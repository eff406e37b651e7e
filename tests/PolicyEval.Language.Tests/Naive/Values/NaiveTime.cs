using System.Numerics;

namespace PolicyEval.Language.Tests.Naive.Values;

/// <summary>A timestamp.</summary>
/// <param name="Nanoseconds">Since 1970, UTC.</param>
internal sealed record NaiveTime(BigInteger Nanoseconds)
{
    // Days since 1970 of 0001-01-01 and of 10000-01-01, counted on the calendar: 1969 years, and 8030 years.
    private static readonly BigInteger Least = -719_162 * NaiveSpan.Day;
    private static readonly BigInteger Behind = 2_932_897 * NaiveSpan.Day;

    /// <summary>A timestamp, or a fault where it is before year 1 or after year 9999.</summary>
    public static object Of(BigInteger nanoseconds) =>
        nanoseconds >= Least && nanoseconds < Behind ? new NaiveTime(nanoseconds) : Fault.OutOfRange;
}
