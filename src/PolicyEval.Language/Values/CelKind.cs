namespace PolicyEval.Language.Values;

/// <summary>
/// What a <see cref="CelValue"/> holds. Errors and unknowns are values, so that the logic operators can absorb them.
/// </summary>
public enum CelKind : byte
{
    /// <summary>null; also what <c>default(CelValue)</c> is.</summary>
    Null,

    /// <summary>true or false.</summary>
    Bool,

    /// <summary>A signed integer of 64 bits.</summary>
    Int,

    /// <summary>An unsigned integer of 64 bits.</summary>
    Uint,

    /// <summary>A double.</summary>
    Double,

    /// <summary>A string of code points.</summary>
    String,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>A point in time, UTC, nanoseconds.</summary>
    Timestamp,

    /// <summary>A span of time, nanoseconds.</summary>
    Duration,

    /// <summary>A list.</summary>
    List,

    /// <summary>A map.</summary>
    Map,

    /// <summary>A type.</summary>
    Type,

    /// <summary>An optional value.</summary>
    Optional,

    /// <summary>A value of a named type of a library: see <see cref="CelOpaque"/>.</summary>
    Opaque,

    /// <summary>A record of the host.</summary>
    Record,

    /// <summary>Evidence that is missing: see <see cref="CelUnknown"/>.</summary>
    Unknown,

    /// <summary>An evaluation error: see <see cref="CelError"/>.</summary>
    Error,
}
