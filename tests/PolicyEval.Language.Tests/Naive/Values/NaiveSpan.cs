using System.Numerics;

namespace PolicyEval.Language.Tests.Naive.Values;

/// <summary>A duration.</summary>
internal sealed record NaiveSpan(BigInteger Nanoseconds)
{
    public static BigInteger Second { get; } = 1_000_000_000;

    public static BigInteger Day { get; } = 86_400 * Second;

    /// <summary>A duration, or a fault where its nanoseconds are no 64-bit integer.</summary>
    public static object Of(BigInteger nanoseconds) =>
        nanoseconds >= long.MinValue && nanoseconds <= long.MaxValue ? new NaiveSpan(nanoseconds) : Fault.OutOfRange;
}
