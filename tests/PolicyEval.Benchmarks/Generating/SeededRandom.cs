namespace PolicyEval.Benchmarks.Generating;

/// <summary>
/// Random numbers that are the same for a seed on every machine and every version of .NET: SplitMix64.
/// </summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 to below a limit.</summary>
    public int Next(int limit) => (int)Math.BigMul(NextBits(), (ulong)limit, out _);

    /// <summary>Whether what happens so many times in a thousand happens.</summary>
    public bool PerMille(int times) => Next(1000) < times;

    private ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var bits = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
