namespace PolicyEval.Language.Sql;

/// <summary>The functions that SQL is written with; each dialect has its name for them.</summary>
public enum SqlFunction
{
    /// <summary>Whether a part of a text matches a pattern.</summary>
    RegexpLike,

    /// <summary>A group of the first match of a pattern: empty or NULL where there is none.</summary>
    RegexpExtract,

    /// <summary>The part of a text of an index from 1, between separators.</summary>
    SplitPart,

    /// <summary>The code points of a text from an index from 1, all or so many.</summary>
    Substr,

    /// <summary>The number of code points of a text.</summary>
    Length,

    /// <summary>A text in lower case.</summary>
    Lower,

    /// <summary>The index from 1 of a text in another one, or 0.</summary>
    Strpos,

    /// <summary>The number of a unit of time from one instant to another.</summary>
    DateDiff,

    /// <summary>The first argument that is not NULL.</summary>
    Coalesce,

    /// <summary>Whether a condition is TRUE in any row of a group.</summary>
    BoolOr,
}
