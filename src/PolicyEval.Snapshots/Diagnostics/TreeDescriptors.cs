using System.Collections.Immutable;

namespace PolicyEval.Snapshots.Diagnostics;

/// <summary>What can be said about a folder that holds many snapshots.</summary>
public static class TreeDescriptors
{
    /// <summary>A link among snapshots.</summary>
    public static SnapshotDescriptor LinkPassedOver { get; } = Warning("PE6150", "Link among snapshots",
        "This is a link, which is not followed.",
        "Put the snapshot itself here, or give its path to the command beside this folder.");

    /// <summary>A snapshot that was not written to its end.</summary>
    public static SnapshotDescriptor PartialPassedOver { get; } = Warning("PE6151", "Snapshot broken off",
        "This snapshot is being written, or its writing was broken off: it is passed over.",
        "Wait for the collector; if none runs, delete it and collect again.");

    /// <summary>A file that evidence may have been meant to be called like.</summary>
    public static SnapshotDescriptor FilePassedOver { get; } = Warning("PE6152", "Evidence under another name",
        "This file is passed over; if it is evidence, it must be called {0}.",
        "Rename the file, or give its path to the command beside this folder.");

    /// <summary>Two snapshots that claim the same instant and differ.</summary>
    public static SnapshotDescriptor TwoOfOneTime { get; } = Error("PE6153", "Two snapshots of one time",
        "This and {1} are both of account {0} and of {2}, and hold different evidence: neither is used.",
        "Find out which one is right, and take the other one away.");

    /// <summary>A list of accounts without any.</summary>
    public static SnapshotDescriptor NoAccountsListed { get; } = Error("PE6154", "Organisation without accounts",
        "This list of an organisation's accounts names none.",
        "Collect again, or name the accounts yourself: --expected-accounts FILE.");

    /// <summary>Snapshots below evidence.</summary>
    public static SnapshotDescriptor HidesSnapshots { get; } = Error("PE6155", "Evidence above snapshots",
        "{0} in this folder makes it one snapshot, and would hide the snapshots in it: {1}.",
        "Move the evidence into a folder of its own beside them, or the snapshots out of this folder; or give the "
        + "path of each snapshot instead.");

    /// <summary>A copy that cannot be used beside one that can.</summary>
    public static SnapshotDescriptor UnusableCopy { get; } = Warning("PE6156", "Copy that cannot be used",
        "By its seal this is a copy of {0}, which is evaluated in its stead; it cannot be used itself: {1}",
        "Nothing is missing in this run. Find out what changed this copy, and put an intact one in its place.");

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<SnapshotDescriptor> All { get; } =
    [
        LinkPassedOver, PartialPassedOver, FilePassedOver, TwoOfOneTime, NoAccountsListed, HidesSnapshots, UnusableCopy,
    ];

    private static SnapshotDescriptor Error(string id, string title, string message, string help) =>
        new(id, title, message, SnapshotSeverity.Error, help);

    private static SnapshotDescriptor Warning(string id, string title, string message, string help) =>
        new(id, title, message, SnapshotSeverity.Warning, help);
}
