using System.Collections.Immutable;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Yaml;

namespace PolicyEval.Evaluation.Library;

/// <summary>A file that was read whole, whatever stands in it.</summary>
/// <param name="Path">As diagnostics cite it.</param>
/// <param name="IsBundled">Whether it is part of the program.</param>
/// <param name="Sha256">Of its bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Bytes">Its length.</param>
public sealed record LibraryFile(string Path, bool IsBundled, string Sha256, int Bytes)
{
    /// <summary>Those that were read whole: of a file above the limit only the beginning was.</summary>
    internal static ImmutableArray<LibraryFile> Of(IEnumerable<SourceFile> files) =>
    [
        .. files.Where(file => file.Bytes.Length <= YamlLimits.FileBytesMax).Select(file => new LibraryFile(
            file.Path,
            file.Origin == PolicyFile.Bundled,
            DocumentFile.Sha256Of(file),
            file.Bytes.Length)),
    ];
}
