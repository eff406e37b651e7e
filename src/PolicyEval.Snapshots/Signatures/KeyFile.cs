using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Signatures;

/// <summary>
/// Reads a small file that the user names: a key or a passphrase. A pipe will do, as shells make them.
/// </summary>
internal static class KeyFile
{
    /// <summary>A P-256 key takes half a kilobyte, and openssl writes comments of some more.</summary>
    public const int KeyBytes = 16 * 1024;

    /// <summary>A bag for the diagnostics of one key.</summary>
    public static SnapshotDiagnosticBag Diagnostics() => new(SnapshotLimits.Default.Diagnostics);

    /// <summary>The file's bytes; null after a diagnostic that names the file without its folders.</summary>
    public static Source? Read(string path, int bytesMax, SnapshotDiagnosticBag diagnostics)
    {
        var name = Path.GetFileName(path) is { Length: > 0 } file ? file : path;
        if (Directory.Exists(path))
        {
            diagnostics.Report(SignatureDescriptors.UnreadableFile, name, "it is a folder");
            return null;
        }

        // What is wrong comes in the words for evidence; the way out of a key is another.
        var found = Diagnostics();
        var limits = SnapshotLimits.Default with { FileBytes = bytesMax };
        var source = new SourceReader(limits, found, CancellationToken.None).ReadFile(path, name, inFolder: false);
        foreach (var diagnostic in found.ToImmutable())
            diagnostics.Report(SignatureDescriptors.UnreadableFile, name, InSentence(diagnostic.Message));
        return source;
    }

    private static string InSentence(string message) => char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');
}
