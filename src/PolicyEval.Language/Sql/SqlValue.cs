using PolicyEval.Language.Types;

namespace PolicyEval.Language.Sql;

/// <summary>
/// An expression of CEL in SQL. <paramref name="Value"/> is NULL in SQL wherever CEL has no value other than null; what
/// CEL has there, the rest tells, and is looked at nowhere else: null, an error, or else an unknown. So a condition
/// that cannot fail is a condition of SQL whose NULL means unknown, and the two logics are one.
/// </summary>
/// <param name="Type">
/// What the value is: Bool as BOOLEAN, String as VARCHAR, Int as BIGINT, Timestamp as BIGINT in seconds since 1970,
/// Duration as BIGINT in nanoseconds; Null for null alone.
/// </param>
/// <param name="Value">The value.</param>
public sealed record SqlValue(CelTypeKind Type, SqlNode Value)
{
    /// <summary>Whether CEL has null where <see cref="Value"/> is NULL. Never NULL itself.</summary>
    public SqlNode IsNull { get; init; } = SqlNode.False;

    /// <summary>Whether CEL has an error where <see cref="Value"/> is NULL. Never NULL itself.</summary>
    public SqlNode IsError { get; init; } = SqlNode.False;

    /// <summary>Whether CEL may have an unknown.</summary>
    public bool MayBeUnknown { get; init; }

    /// <summary>The greatest amount of an Int or a Duration that is possible.</summary>
    public long Magnitude { get; init; } = long.MaxValue;

    /// <summary>Whether CEL may have null.</summary>
    public bool MayBeNull => IsNull.Kind != SqlNodeKind.False;

    /// <summary>Whether CEL may have an error.</summary>
    public bool MayBeError => IsError.Kind != SqlNodeKind.False;

    /// <summary>Whether CEL has anything but an unknown.</summary>
    public SqlNode IsDecided => MayBeUnknown
        ? SqlNode.Or(SqlNode.IsNotNull(Value), IsNull, IsError)
        : SqlNode.True;

    /// <summary>How SQL holds values of a type of CEL.</summary>
    /// <exception cref="ArgumentOutOfRangeException">SQL holds none.</exception>
    public static SqlType TypeOf(CelTypeKind type) => type switch
    {
        CelTypeKind.Bool or CelTypeKind.Null => SqlType.Boolean,
        CelTypeKind.String => SqlType.Varchar,
        CelTypeKind.Int or CelTypeKind.Timestamp or CelTypeKind.Duration => SqlType.Bigint,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>What is unknown in every row.</summary>
    public static SqlValue Unknown(CelTypeKind type) =>
        new(type, SqlNode.Null(TypeOf(type))) { MayBeUnknown = true };
}
