namespace PolicyEval.Snapshots.Bags;

/// <summary>
/// What tells that something was sealed once. Without its <c>bagit.txt</c> it must not pass for files that nobody ever
/// sealed, which nobody checks.
/// </summary>
internal static class BagTraces
{
    /// <summary>The format stands at the beginning of a document.</summary>
    private const int HeadBytes = 4096;

    /// <summary>The tag files that nothing but a bag has.</summary>
    private static readonly string[] Files =
        [BagLayout.Declaration, BagLayout.Manifest, BagLayout.TagManifest, BagLayout.Info];

    /// <summary>Whether there are any in a folder.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Nor by this user.</exception>
    public static bool AreIn(string folder) =>
        Files.Any(name => Path.Exists(Path.Combine(folder, name)))
        || HasSignature(Path.Combine(folder, BagLayout.Signatures))
        || IsDocument(Path.Combine(folder, BagLayout.Document))
        || IsDocument(Path.Combine(folder, BagLayout.PackDocument));

    /// <summary>Whether there are any among the files of what was opened as a bag.</summary>
    public static bool AreIn(Bag bag) => bag.Entries.Any(entry =>
        Files.Contains(entry.Path)
        || entry.Path is BagLayout.Document or BagLayout.PackDocument
        || BagLayout.IsSignature(entry.Path));

    /// <summary>A folder of that name may be anybody's.</summary>
    private static bool HasSignature(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, '*' + BagLayout.SignatureEnding).Any();

    /// <summary>A file of that name may be anybody's too.</summary>
    private static bool IsDocument(string path)
    {
        if (new FileInfo(path) is not { Exists: true, Length: > 0 })
            return false;
        var head = new byte[HeadBytes];
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head.AsSpan(0, read).IndexOf(BagLayout.DocumentMark) >= 0
            || head.AsSpan(0, read).IndexOf(BagLayout.PackMark) >= 0;
    }
}
