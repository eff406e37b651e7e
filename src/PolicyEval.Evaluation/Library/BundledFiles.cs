using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection;
using PolicyEval.Evaluation.Policies;

namespace PolicyEval.Evaluation.Library;

/// <summary>The policy files inside the program: the repository's folder <c>policies</c>.</summary>
internal static class BundledFiles
{
    private const string Prefix = "policies/";
    private const string Deflated = ".deflated";

    // Kept, because a native program puts the name of an assembly together anew whenever it is asked for one.
    private static readonly Assembly Program = typeof(BundledFiles).Assembly;

    /// <summary>The paths of all of a kind, in ordinal order.</summary>
    public static ImmutableArray<string> PathsOf(FileKind kind) =>
    [
        .. Program.GetManifestResourceNames().Select(PathOf)
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && FileKinds.Of(name) == kind)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>All of a kind, in ordinal order of their paths.</summary>
    public static ImmutableArray<SourceFile> Read(FileKind kind) => [.. PathsOf(kind).Select(Read)];

    /// <summary>The file of a path.</summary>
    public static SourceFile Read(string path)
    {
        using var stream = Program.GetManifestResourceStream(path) ?? Inflate(path);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return new SourceFile(path, PolicyFile.Bundled, content.ToArray());
    }

    private static DeflateStream Inflate(string path) => new(
        Program.GetManifestResourceStream(path + Deflated)
            ?? throw new InvalidOperationException($"The resource {path} cannot be opened."),
        CompressionMode.Decompress);

    private static string PathOf(string resource) =>
        resource.EndsWith(Deflated, StringComparison.Ordinal) ? resource[..^Deflated.Length] : resource;
}
