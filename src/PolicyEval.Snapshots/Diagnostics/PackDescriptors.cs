using System.Collections.Immutable;

namespace PolicyEval.Snapshots.Diagnostics;

/// <summary>The ledger of what can be wrong with a pack: snapshots, rules and results in one sealed file.</summary>
public static class PackDescriptors
{
    private const string NotTheProgram =
        "The hashes agree, so this was written so: by another program, or by hand. Do not rely on it; ask for another "
        + "pack.";

    /// <summary>A pack given as evidence.</summary>
    public static SnapshotDescriptor NotASnapshot { get; } = Error("PE6170", "Pack given as a snapshot",
        "This is a pack: snapshots with the rules and results of a run.",
        "'policyeval recheck PACK' checks all of it; its snapshots lie under data/snapshots, once it is unpacked.");

    /// <summary>A snapshot, or anything else, given as a pack.</summary>
    public static SnapshotDescriptor NotAPack { get; } = Error("PE6171", "Not a pack",
        "This is no pack of policyeval: it holds no pack.json.",
        "'policyeval pack' makes one; 'policyeval recheck REPORT SNAPSHOT' takes the parts.");

    /// <summary>A property of pack.json is not what the format says.</summary>
    public static SnapshotDescriptor BadDocument { get; } = Error("PE6172", "Bad pack.json",
        "'{0}' is {1}; expected {2}.",
        NotTheProgram);

    /// <summary>A packed snapshot has another digest than the pack says.</summary>
    public static SnapshotDescriptor OtherDigest { get; } = Error("PE6173", "Another snapshot in the pack",
        "pack.json says that the digest of {0} is {1}, and it is {2}.",
        NotTheProgram);

    /// <summary>A snapshot became another one between its evaluation and its packing.</summary>
    public static SnapshotDescriptor ChangedMeanwhile { get; } = Error("PE6174", "Changed while it was packed",
        "The snapshot {0} is not the one that was read a moment ago.",
        "Nothing was written. Let no other program write there, and pack again.");

    /// <summary>A pack among snapshots.</summary>
    public static SnapshotDescriptor PassedOver { get; } = Warning("PE6175", "Pack among snapshots",
        "This is a pack, not a snapshot: it is passed over.",
        "'policyeval recheck' checks it. Keep packs in a folder of their own.");

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<SnapshotDescriptor> All { get; } =
        [NotASnapshot, NotAPack, BadDocument, OtherDigest, ChangedMeanwhile, PassedOver];

    private static SnapshotDescriptor Error(string id, string title, string message, string help) =>
        new(id, title, message, SnapshotSeverity.Error, help);

    private static SnapshotDescriptor Warning(string id, string title, string message, string help) =>
        new(id, title, message, SnapshotSeverity.Warning, help);
}
