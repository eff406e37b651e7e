using System.Collections.Immutable;
using PolicyEval.Evaluation.Policies;

namespace PolicyEval.Evaluation.Library;

/// <summary>The policy files inside the program: the repository's folder <c>policies</c>.</summary>
internal static class BundledFiles
{
    private const string Prefix = "policies/";

    /// <summary>All of a kind, in ordinal order of their paths.</summary>
    public static ImmutableArray<SourceFile> Read(FileKind kind)
    {
        var assembly = typeof(BundledFiles).Assembly;
        var result = ImmutableArray.CreateBuilder<SourceFile>();
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal) || FileKinds.Of(name) != kind)
                continue;
            using var stream = assembly.GetManifestResourceStream(name)
                ?? throw new InvalidOperationException($"The resource {name} cannot be opened.");
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            result.Add(new SourceFile(name, PolicyFile.Bundled, bytes));
        }
        return result.ToImmutable();
    }
}
