namespace PolicyEval.Snapshots.Packs;

/// <summary>How a snapshot stands in a pack.</summary>
internal enum PackedForm
{
    /// <summary>A sealed snapshot: a zip of its own, with its manifests and signatures.</summary>
    Sealed,

    /// <summary>The files of a folder that nobody sealed.</summary>
    Folder,

    /// <summary>One bare file.</summary>
    File,
}
