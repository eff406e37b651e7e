using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>How a snapshot is written.</summary>
public sealed record SealOptions
{
    /// <summary>As a folder, or as one zip.</summary>
    public BagForm Form { get; init; } = BagForm.Folder;

    /// <summary>Who signs it, or null.</summary>
    public SigningKey? Key { get; init; }
}
