namespace PolicyEval.Reporting.Rows;

/// <summary>What the cells of a column are, where a format has types.</summary>
internal enum ResultColumnKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number of 32 bits.</summary>
    Number,

    /// <summary>An instant, UTC.</summary>
    Instant,
}
