using System.Collections.Immutable;
using System.Reflection;
using PolicyEval.Evaluation.Policies;

namespace PolicyEval.Evaluation.Library;

/// <summary>The policy files inside the program: the repository's folder <c>policies</c>.</summary>
internal static class BundledFiles
{
    private const string Prefix = "policies/";

    // Kept, because a native program puts the name of an assembly together anew whenever it is asked for one.
    private static readonly Assembly Program = typeof(BundledFiles).Assembly;

    /// <summary>The paths of all of a kind, in ordinal order.</summary>
    public static ImmutableArray<string> PathsOf(FileKind kind) =>
    [
        .. Program.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && FileKinds.Of(name) == kind)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>All of a kind, in ordinal order of their paths.</summary>
    public static ImmutableArray<SourceFile> Read(FileKind kind) => [.. PathsOf(kind).Select(Read)];

    /// <summary>The file of a path.</summary>
    public static SourceFile Read(string path)
    {
        using var stream = Program.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"The resource {path} cannot be opened.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new SourceFile(path, PolicyFile.Bundled, bytes);
    }
}
