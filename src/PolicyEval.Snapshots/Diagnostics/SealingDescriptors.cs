using System.Collections.Immutable;

namespace PolicyEval.Snapshots.Diagnostics;

/// <summary>
/// The ledger of what can be wrong with what a sealed snapshot says: PE612x its document and what follows from its raw
/// pages, PE613x what it is used for and its place in a chain.
/// </summary>
public static class SealingDescriptors
{
    private const string NotTheProgram =
        "The hashes agree, so this was written so: by another program, or by hand. Do not rely on it; collect again.";

    /// <summary>A property of snapshot.json is not what the format says.</summary>
    public static SnapshotDescriptor BadDocument { get; } = Error("PE6120", "Bad snapshot.json",
        "'{0}' is {1}; expected {2}.",
        NotTheProgram);

    /// <summary>A snapshot of a later format.</summary>
    public static SnapshotDescriptor OtherFormat { get; } = Error("PE6121", "Unknown snapshot format",
        "The format is {0}; this program reads '{1}'.",
        "Use the version of the program that made the snapshot, or a later one.");

    /// <summary>The document says something that the evidence does not give.</summary>
    public static SnapshotDescriptor DocumentDiffers { get; } = Error("PE6122", "snapshot.json and the evidence differ",
        "This says '{0}', but the evidence gives '{1}'.",
        NotTheProgram);

    /// <summary>A file under data/ is not what the raw pages give.</summary>
    public static SnapshotDescriptor DerivedDiffers { get; } = Error("PE6123", "File and raw pages differ",
        "This is not what the raw pages give: {0}.",
        NotTheProgram);

    /// <summary>A file under data/ follows from no call.</summary>
    public static SnapshotDescriptor NotDerived { get; } = Error("PE6124", "File without a call",
        "No call in data/collection.jsonl gives this file.",
        NotTheProgram);

    /// <summary>A file that the calls give is not there.</summary>
    public static SnapshotDescriptor MissingFile { get; } = Error("PE6125", "File of a call is missing",
        "data/collection.jsonl gives this file, but it is not there.",
        NotTheProgram);

    /// <summary>A raw page is not the body that was received.</summary>
    public static SnapshotDescriptor PageDiffers { get; } = Error("PE6126", "Raw page is not as received",
        "The sha256 or length is not what data/collection.jsonl says of the body, and no redaction is listed.",
        NotTheProgram);

    /// <summary>Something that looks like a secret.</summary>
    public static SnapshotDescriptor Secret { get; } = Error("PE6127", "Secret in the evidence",
        "This looks like {0}.",
        "Nothing was sealed. Take it out of where AWS keeps it (a tag, a description, a name) and collect again; if it "
        + "was a live credential, replace it.");

    /// <summary>The same in a snapshot that is sealed already.</summary>
    public static SnapshotDescriptor SealedSecret { get; } = Warning("PE6128", "Secret in a sealed snapshot",
        "This looks like {0}.",
        "If it is a live credential, replace it, and restrict who can read the snapshot.");

    /// <summary>An organisation's list of accounts given as evidence.</summary>
    public static SnapshotDescriptor NoAccountEvidence { get; } = Error("PE6130", "Snapshot of an organisation",
        "This snapshot holds the list of an organisation's accounts; there is nothing of an account to evaluate.",
        "Evaluate the snapshots of its accounts; verify reads this one.");

    /// <summary>A sealed snapshot given as evidence gathered by hand.</summary>
    public static SnapshotDescriptor AlreadySealed { get; } = Error("PE6136", "Sealed already",
        "This is a sealed snapshot.",
        "Keep it as it is; sealing it anew would lose what it says of its origin. To sign it: policyeval sign.");

    /// <summary>A credential report that AWS gave and that cannot be read.</summary>
    public static SnapshotDescriptor UnusableReport { get; } = Warning("PE6137", "Unusable credential report",
        "AWS gave this report, but it cannot be used: {0}",
        "What needs the report is incomplete. Collect again.");

    /// <summary>A secret in evidence that was gathered by hand.</summary>
    public static SnapshotDescriptor SecretByHand { get; } = Error("PE6138", "Secret in evidence by hand",
        "This holds what must not be archived at {0}: {1}.",
        "Nothing was sealed. Mask it first, for example: jq '.VirtualMFADevices[].Base32StringSeed |= \"[redacted]\"' "
        + "or jq '.AccessKeyMetadata[].AccessKeyId |= \"****************\" + .[16:]'.");

    /// <summary>An assertion that is older than its evidence.</summary>
    public static SnapshotDescriptor AssertedTooEarly { get; } = Error("PE6139", "Asserted before the evidence",
        "It is asserted at {0}, before AWS generated the report at {1}.",
        "Give the time at which the evidence was gathered or handed over.");

    /// <summary>A folder of snapshots given for one.</summary>
    public static SnapshotDescriptor HoldsSnapshots { get; } = Error("PE6140", "Folder of snapshots",
        "This is no snapshot: it holds {0}.",
        "Name one of them; policyeval evaluate and policyeval period take the whole folder.");

    /// <summary>A call of the log whose attempts have no end.</summary>
    public static SnapshotDescriptor NoLastAttempt { get; } = Error("PE6141", "Call without a last attempt",
        "No attempt at {0} is the last one.",
        NotTheProgram);

    /// <summary>Evidence of two accounts in what was collected of one.</summary>
    public static SnapshotDescriptor OtherAccount { get; } = Error("PE6142", "Evidence of another account",
        "The evidence names account {0}, and the snapshot is of {1}.",
        "Nothing was sealed. Check the endpoint and the credentials: AWS answers for one account only.");

    /// <summary>What the collector had to say when the snapshot was sealed.</summary>
    public static SnapshotDescriptor CollectorWarning { get; } = Warning("PE6143", "Warning of the collector",
        "{0}",
        "Nothing to do where this was expected; else collect again.");

    /// <summary>Users that ListUsers named and the report has no row of.</summary>
    public static SnapshotDescriptor UnreportedUsers { get; } = Warning("PE6144", "Users without a row",
        "The list names {0} users that the report has no row of, {1} first.",
        "They were created since the report was made, or the report was cut: what is asked of each user is incomplete. "
        + "Collect again.");

    /// <summary>Evidence that no trusted key signed, where the user requires it.</summary>
    public static SnapshotDescriptor NotSigned { get; } = Error("PE4117", "Not signed by a trusted key",
        "{0}",
        "'policyeval verify SNAPSHOT' and 'policyeval recheck PACK' show who signed. Let a trusted signer run "
        + "'policyeval sign', name the right --trusted-key, or leave --require-signature out.");

    /// <summary>The snapshot that another one names as the one before is not there.</summary>
    public static SnapshotDescriptor LinkMissing { get; } = Error("PE6131", "Snapshot missing from the chain",
        "The snapshot before this one, {0} of {1}, is not here.",
        "Look for it in the archive; if it was deleted, say when and why beside the chain.");

    /// <summary>Two snapshots name the same one as the one before, or one names none in the middle.</summary>
    public static SnapshotDescriptor LinkForks { get; } = Error("PE6132", "Chain forks",
        "The snapshot before this one in time is {0}, but this one names {1}.",
        "Two collections ran side by side, or a snapshot was put in or made anew; compare both with CloudTrail.");

    /// <summary>The times run against the links.</summary>
    public static SnapshotDescriptor LinkReordered { get; } = Error("PE6133", "Chain out of order",
        "This names {0} as the one before, which began at {1}, not before this one or not at the time named.",
        "A clock was wrong, or a snapshot was changed; compare both with CloudTrail.");

    /// <summary>Days without a snapshot.</summary>
    public static SnapshotDescriptor NightsMissing { get; } = Warning("PE6134", "Nights without a snapshot",
        "Account {0} has no snapshot on {1} of the days (UTC) between this one and the one before: {2}.",
        "Look into the job's log of these nights and keep the reason beside the chain.");

    /// <summary>Nothing in the folder is a snapshot.</summary>
    public static SnapshotDescriptor NoChain { get; } = Error("PE6135", "No snapshots",
        "No snapshot was found here.",
        "Give the folder that holds the snapshots, such as snapshots/111122223333.");

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<SnapshotDescriptor> All { get; } =
    [
        BadDocument, OtherFormat, DocumentDiffers, DerivedDiffers, NotDerived, MissingFile, PageDiffers, Secret,
        SealedSecret, NoAccountEvidence, LinkMissing, LinkForks, LinkReordered, NightsMissing, NoChain, AlreadySealed,
        UnusableReport, SecretByHand, AssertedTooEarly, HoldsSnapshots, NoLastAttempt, OtherAccount, CollectorWarning,
        UnreportedUsers, NotSigned,
    ];

    private static SnapshotDescriptor Error(string id, string title, string message, string help) =>
        new(id, title, message, SnapshotSeverity.Error, help);

    private static SnapshotDescriptor Warning(string id, string title, string message, string help) =>
        new(id, title, message, SnapshotSeverity.Warning, help);
}
