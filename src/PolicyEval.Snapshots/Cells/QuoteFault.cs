namespace PolicyEval.Snapshots.Cells;

/// <summary>What is wrong with the quotes of a record.</summary>
internal enum QuoteFault
{
    None,

    /// <summary>A quote stands inside a cell that does not begin with one.</summary>
    Stray,

    /// <summary>Text follows the closing quote of a cell.</summary>
    TextBehind,

    /// <summary>A quote is never closed.</summary>
    Open,
}
