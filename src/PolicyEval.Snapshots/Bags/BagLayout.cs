namespace PolicyEval.Snapshots.Bags;

/// <summary>
/// The names of a sealed snapshot, which is a BagIt bag (RFC 8493) and so verified by sha256sum alone.
/// </summary>
public static class BagLayout
{
    /// <summary>The declaration: two lines, fixed (RFC 8493, 2.1.1).</summary>
    public const string Declaration = "bagit.txt";

    /// <summary>Labels and values for archives (RFC 8493, 2.2.2).</summary>
    public const string Info = "bag-info.txt";

    /// <summary>What the snapshot is: account, times, completeness, reconciliation, files.</summary>
    public const string Document = "snapshot.json";

    /// <summary>What a pack is, in the place of <see cref="Document"/>: snapshots, rules, results, files.</summary>
    public const string PackDocument = "pack.json";

    /// <summary>How to verify it without this program.</summary>
    public const string Instructions = "VERIFY.txt";

    /// <summary>sha256 of every file under <see cref="Data"/> (RFC 8493, 2.1.3).</summary>
    public const string Manifest = "manifest-sha256.txt";

    /// <summary>sha256 of every tag file; its own sha256 is the snapshot digest (RFC 8493, 2.2.1).</summary>
    public const string TagManifest = "tagmanifest-sha256.txt";

    /// <summary>The payload, with a slash at its end.</summary>
    public const string Data = "data/";

    /// <summary>The raw pages.</summary>
    public const string Raw = "data/raw/";

    /// <summary>One line for each attempt at an API call.</summary>
    public const string Collection = "data/collection.jsonl";

    /// <summary>Signatures, which no manifest lists so that they can be added later.</summary>
    public const string Signatures = "signatures/";

    /// <summary>The ending of a signature's name.</summary>
    internal const string SignatureEnding = ".dsse.json";

    /// <summary>
    /// The ending of a folder or zip that is being written; nothing of that name is read as a snapshot.
    /// </summary>
    public const string Partial = ".partial";

    /// <summary>What every <see cref="Document"/> names in its first lines, whatever its version.</summary>
    internal static ReadOnlySpan<byte> DocumentMark => "\"policyeval-snapshot/"u8;

    /// <summary>The same of every <see cref="PackDocument"/>.</summary>
    internal static ReadOnlySpan<byte> PackMark => "\"policyeval-pack/"u8;

    /// <summary>What the declaration holds, to the byte.</summary>
    internal static ReadOnlySpan<byte> DeclarationBytes =>
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"u8;

    /// <summary>Files to be fetched from elsewhere (RFC 8493, 2.2.3): refused.</summary>
    internal const string Fetch = "fetch.txt";

    /// <summary>The tag files that every snapshot has, sorted by name.</summary>
    public static IReadOnlyList<string> TagFiles { get; } = TagFilesOf(BagKind.Snapshot);

    /// <summary>The name of the document of a kind of bag.</summary>
    internal static string DocumentOf(BagKind kind) => kind == BagKind.Pack ? PackDocument : Document;

    /// <summary>The tag files that every bag of a kind has, sorted by name.</summary>
    internal static IReadOnlyList<string> TagFilesOf(BagKind kind) => kind == BagKind.Pack
        ? [Instructions, Info, Declaration, Manifest, PackDocument]
        : [Instructions, Info, Declaration, Manifest, Document];

    /// <summary>The manifest that lists a path.</summary>
    internal static string ManifestOf(string path) =>
        IsPayload(path) ? Manifest : TagManifest;

    /// <summary>Whether a path is under <see cref="Data"/>.</summary>
    internal static bool IsPayload(string path) => path.StartsWith(Data, StringComparison.Ordinal);

    /// <summary>Whether a path is under <see cref="Signatures"/>.</summary>
    internal static bool IsSignature(string path) => path.StartsWith(Signatures, StringComparison.Ordinal);
}
