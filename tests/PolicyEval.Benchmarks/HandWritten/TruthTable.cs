namespace PolicyEval.Benchmarks.HandWritten;

/// <summary>The logic of three values: what is unknown may be either.</summary>
internal static class TruthTable
{
    /// <summary>Both.</summary>
    public static Truth And(Truth a, Truth b) =>
        a == Truth.False || b == Truth.False ? Truth.False
        : a == Truth.True && b == Truth.True ? Truth.True
        : Truth.Unknown;

    /// <summary>At least one.</summary>
    public static Truth Or(Truth a, Truth b) =>
        a == Truth.True || b == Truth.True ? Truth.True
        : a == Truth.False && b == Truth.False ? Truth.False
        : Truth.Unknown;

    /// <summary>A truth that is known.</summary>
    public static Truth Of(bool known) => known ? Truth.True : Truth.False;
}
