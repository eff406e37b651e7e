using System.Collections.Immutable;

namespace PolicyEval.Snapshots.Diagnostics;

/// <summary>
/// The ledger of what can be wrong with a sealed snapshot: PE6070 to PE6074 writing it, PE6075 to PE6083 its files and
/// zip, PE6084 to PE6089 what its manifests say.
/// </summary>
public static class BagDescriptors
{
    private const string Untouched = "Get the snapshot again from where it was archived first; "
        + "what was changed cannot be told from what was collected.";

    /// <summary>Something stands where the snapshot is to be written.</summary>
    public static SnapshotDescriptor TargetExists { get; } = Error("PE6070", "Output exists already",
        "There is something of this name already, and nothing is ever overwritten.",
        "Give another output, or move away what is there.");

    /// <summary>The operating system refuses to write.</summary>
    public static SnapshotDescriptor CannotWrite { get; } = Error("PE6071", "Output cannot be written",
        "Nothing was written: {0}.",
        "Give an output on a disk with enough space, in a folder that may be written.");

    /// <summary>A temporary file or folder that could not be removed.</summary>
    public static SnapshotDescriptor Leftover { get; } = Warning("PE6072", "Unfinished output left behind",
        "This is unfinished and could not be removed: {0}.",
        "Delete it; nothing whose name ends in .partial is read as a snapshot.");

    /// <summary>The user stopped the writing.</summary>
    public static SnapshotDescriptor WritingCancelled { get; } = Error("PE6073", "Writing was cancelled",
        "Nothing was written: it was cancelled.",
        "Run the command again.");

    /// <summary>A bag that a plain zip cannot hold.</summary>
    public static SnapshotDescriptor TooLargeForZip { get; } = Error("PE6074", "Too large for a zip",
        "A zip of 32-bit offsets holds at most {0} {1}.",
        "Write the snapshot as a folder.");

    /// <summary>What a writer left behind that was stopped.</summary>
    public static SnapshotDescriptor Partial { get; } = Error("PE6075", "Unfinished snapshot",
        "A name that ends in .partial is of a snapshot whose writing was stopped.",
        "Delete it and collect again; a whole snapshot has no such name.");

    /// <summary>A folder or zip that is no bag.</summary>
    public static SnapshotDescriptor NotABag { get; } = Error("PE6076", "Not a sealed snapshot",
        "This is no sealed snapshot or pack: {0}.",
        "Either is a folder with bagit.txt in it, or a zip of exactly one such folder.");

    /// <summary>A name that no snapshot has.</summary>
    public static SnapshotDescriptor BadName { get; } = Error("PE6077", "Name not allowed in a snapshot",
        "No file of a sealed snapshot has this name: {0}.",
        "Names consist of A-Z a-z 0-9 . _ - and are relative. This was put there by another program: delete it.");

    /// <summary>Two files that are one on some file systems.</summary>
    public static SnapshotDescriptor Collision { get; } = Error("PE6078", "Two files of one name",
        "This collides with '{0}'.",
        Untouched);

    /// <summary>A link, pipe or device in a snapshot.</summary>
    public static SnapshotDescriptor Irregular { get; } = Error("PE6079", "Not a regular file in a snapshot",
        "This is {0}; a sealed snapshot holds regular files only.",
        Untouched);

    /// <summary>A bag that wants to be completed from the network.</summary>
    public static SnapshotDescriptor FetchFile { get; } = Error("PE6080", "Snapshot with fetch.txt",
        "The snapshot asks for files to be fetched from elsewhere, which is never done.",
        "A snapshot holds all of its evidence: get the whole one.");

    /// <summary>Bytes that are no zip, or not the one that was written.</summary>
    public static SnapshotDescriptor DamagedZip { get; } = Error("PE6081", "Damaged zip",
        "The zip is damaged: {0}.",
        Untouched);

    /// <summary>A zip with what is not read.</summary>
    public static SnapshotDescriptor UnsupportedZip { get; } = Error("PE6082", "Unsupported zip",
        "The zip uses {0}, which is not read.",
        "Unpack it and give the folder, or zip the folder again without that.");

    /// <summary>A stored zip whose headers are not the ones that were written.</summary>
    public static SnapshotDescriptor ChangedZip { get; } = Error("PE6083", "Changed zip",
        "The zip's own bytes differ from those of a sealed snapshot (from byte {0} on).",
        "Where another program zipped the snapshot without compression, zip it with compression or give the folder. "
        + Untouched);

    /// <summary>A manifest that is not exactly as it is written.</summary>
    public static SnapshotDescriptor BadManifest { get; } = Error("PE6084", "Damaged manifest",
        "The manifest is damaged: {0}.",
        Untouched);

    /// <summary>A file that a manifest lists.</summary>
    public static SnapshotDescriptor FileMissing { get; } = Error("PE6085", "Missing file",
        "The file is missing: {0}.",
        Untouched);

    /// <summary>A file that no manifest lists.</summary>
    public static SnapshotDescriptor FileExtra { get; } = Error("PE6086", "Extra file",
        "The file was added: {0} does not list it.",
        "Delete it if you put it there; else get the snapshot again from where it was archived first.");

    /// <summary>A file with other bytes.</summary>
    public static SnapshotDescriptor FileChanged { get; } = Error("PE6087", "Changed file",
        "The file was changed: its sha256 is {0}, and {1} lists {2}.",
        Untouched);

    /// <summary>A bagit.txt of another version or kind.</summary>
    public static SnapshotDescriptor BadDeclaration { get; } = Error("PE6088", "Wrong bagit.txt",
        "bagit.txt does not hold exactly the two lines of BagIt 1.0 in UTF-8.",
        Untouched);

    /// <summary>A bag-info.txt that contradicts the payload.</summary>
    public static SnapshotDescriptor BadInfo { get; } = Error("PE6089", "Wrong bag-info.txt",
        "bag-info.txt and the payload disagree: {0}.",
        Untouched);

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<SnapshotDescriptor> All { get; } =
    [
        TargetExists, CannotWrite, Leftover, WritingCancelled, TooLargeForZip,
        Partial, NotABag, BadName, Collision, Irregular, FetchFile, DamagedZip, UnsupportedZip, ChangedZip,
        BadManifest, FileMissing, FileExtra, FileChanged, BadDeclaration, BadInfo,
    ];

    private static SnapshotDescriptor Error(string id, string title, string message, string help) =>
        new(id, title, message, SnapshotSeverity.Error, help);

    private static SnapshotDescriptor Warning(string id, string title, string message, string help) =>
        new(id, title, message, SnapshotSeverity.Warning, help);
}
