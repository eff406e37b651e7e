namespace PolicyEval.Language.Values;

/// <summary>
/// A point in time: seconds since 1970-01-01T00:00:00Z and nanoseconds (0 to 999,999,999) after them. The type holds
/// any second; CEL's range 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z is checked where one is made.
/// </summary>
/// <param name="Seconds">Whole seconds since the epoch, UTC, rounded down.</param>
/// <param name="Nanoseconds">0 to 999,999,999.</param>
public readonly record struct CelTimestamp(long Seconds, int Nanoseconds) : IComparable<CelTimestamp>
{
    /// <summary>0001-01-01T00:00:00Z.</summary>
    public const long MinSeconds = -62_135_596_800;

    /// <summary>9999-12-31T23:59:59Z.</summary>
    public const long MaxSeconds = 253_402_300_799;

    /// <summary>Whether the point is inside CEL's range.</summary>
    public bool IsInRange => Seconds is >= MinSeconds and <= MaxSeconds;

    /// <inheritdoc/>
    public int CompareTo(CelTimestamp other)
    {
        var seconds = Seconds.CompareTo(other.Seconds);
        return seconds != 0 ? seconds : Nanoseconds.CompareTo(other.Nanoseconds);
    }

    /// <summary>Compares by time.</summary>
    public static bool operator <(CelTimestamp left, CelTimestamp right) => left.CompareTo(right) < 0;

    /// <summary>Compares by time.</summary>
    public static bool operator <=(CelTimestamp left, CelTimestamp right) => left.CompareTo(right) <= 0;

    /// <summary>Compares by time.</summary>
    public static bool operator >(CelTimestamp left, CelTimestamp right) => left.CompareTo(right) > 0;

    /// <summary>Compares by time.</summary>
    public static bool operator >=(CelTimestamp left, CelTimestamp right) => left.CompareTo(right) >= 0;
}
