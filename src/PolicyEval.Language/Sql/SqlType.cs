namespace PolicyEval.Language.Sql;

/// <summary>The types that SQL is written with.</summary>
public enum SqlType
{
    /// <summary>Text.</summary>
    Varchar,

    /// <summary>An integer of 64 bits.</summary>
    Bigint,

    /// <summary>TRUE, FALSE or NULL.</summary>
    Boolean,

    /// <summary>A day.</summary>
    Date,

    /// <summary>An integer of 38 digits, in which no sum of two of 64 bits overflows.</summary>
    Decimal,
}
