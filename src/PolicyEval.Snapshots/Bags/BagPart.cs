namespace PolicyEval.Snapshots.Bags;

/// <summary>How much of a folder is looked at when it is opened as a bag.</summary>
internal enum BagPart
{
    /// <summary>All files.</summary>
    All,

    /// <summary>Those at its top, which say what it is; a payload may have very many.</summary>
    TagFiles,
}
