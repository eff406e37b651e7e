namespace PolicyEval.Language.Values;

/// <summary>
/// A span of time in nanoseconds, of either sign: about 290 years (CEL language definition, "Duration").
/// </summary>
/// <param name="Nanoseconds">The length.</param>
public readonly record struct CelDuration(long Nanoseconds) : IComparable<CelDuration>
{
    /// <summary>Nanoseconds in a second.</summary>
    public const long Second = 1_000_000_000;

    /// <inheritdoc/>
    public int CompareTo(CelDuration other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>Compares by length.</summary>
    public static bool operator <(CelDuration left, CelDuration right) => left.CompareTo(right) < 0;

    /// <summary>Compares by length.</summary>
    public static bool operator <=(CelDuration left, CelDuration right) => left.CompareTo(right) <= 0;

    /// <summary>Compares by length.</summary>
    public static bool operator >(CelDuration left, CelDuration right) => left.CompareTo(right) > 0;

    /// <summary>Compares by length.</summary>
    public static bool operator >=(CelDuration left, CelDuration right) => left.CompareTo(right) >= 0;
}
