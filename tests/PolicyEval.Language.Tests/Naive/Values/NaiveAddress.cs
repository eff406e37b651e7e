using System.Numerics;

namespace PolicyEval.Language.Tests.Naive.Values;

/// <summary>An IP address.</summary>
/// <param name="Bits">32 for IPv4, 128 for IPv6.</param>
/// <param name="Number">The address as a number, the first byte the highest.</param>
internal sealed record NaiveAddress(int Bits, BigInteger Number)
{
    /// <summary>The first bits, as a number.</summary>
    public BigInteger Prefix(int length) => Number >> (Bits - length);
}
