namespace PolicyEval.Snapshots.Bags;

/// <summary>How a bag is stored.</summary>
public enum BagForm
{
    /// <summary>A folder.</summary>
    Folder,

    /// <summary>One zip, with one top-level folder in it.</summary>
    Zip,
}
