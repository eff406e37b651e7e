namespace PolicyEval.Language.Sql;

/// <summary>The kinds of nodes of SQL.</summary>
public enum SqlNodeKind
{
    /// <summary>A column, by its name.</summary>
    Column,

    /// <summary>A literal of text.</summary>
    Text,

    /// <summary>A literal of type <see cref="SqlType.Bigint"/>.</summary>
    Integer,

    /// <summary>A literal number of 32 bits: a place, a count, a factor of what has 64 bits.</summary>
    Index,

    /// <summary>A literal day.</summary>
    Date,

    /// <summary>TRUE.</summary>
    True,

    /// <summary>FALSE.</summary>
    False,

    /// <summary>NULL of a type.</summary>
    Null,

    /// <summary>An operator between two operands or more.</summary>
    Operation,

    /// <summary>NOT.</summary>
    Not,

    /// <summary>IS NULL.</summary>
    IsNull,

    /// <summary>IS NOT NULL.</summary>
    IsNotNull,

    /// <summary>CASE WHEN: conditions and results in turns, then the result of ELSE.</summary>
    Case,

    /// <summary>CASE of a value: that, values and results in turns, then the result of ELSE.</summary>
    Switch,

    /// <summary>IN: the value, then the literals.</summary>
    In,

    /// <summary>A call of a function.</summary>
    Call,

    /// <summary>A conversion that cannot fail.</summary>
    Cast,

    /// <summary>A conversion that gives NULL where it fails.</summary>
    TryCast,
}
