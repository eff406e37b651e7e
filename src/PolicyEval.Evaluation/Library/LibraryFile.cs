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
    /// <summary>What it holds.</summary>
    public ReadOnlyMemory<byte> Content { get; private init; }

    /// <summary>A file that is in memory already.</summary>
    /// <param name="path">As diagnostics cite it.</param>
    /// <param name="isBundled">Whether it is part of a program, this one or an earlier one.</param>
    /// <param name="content">What it holds.</param>
    public static LibraryFile Of(string path, bool isBundled, ReadOnlyMemory<byte> content) =>
        Of(new SourceFile(path, isBundled ? PolicyFile.Bundled : path, content.ToArray()));

    /// <summary>The file before it is read.</summary>
    internal SourceFile Source => new(Path, IsBundled ? PolicyFile.Bundled : Path, Content.ToArray());

    /// <summary>Those that were read whole: of a file above the limit only the beginning was.</summary>
    internal static ImmutableArray<LibraryFile> Of(IEnumerable<SourceFile> files) =>
    [
        .. files.Where(file => file.Bytes.Length <= YamlLimits.FileBytesMax).Select(Of),
    ];

    /// <summary>A file that was read whole.</summary>
    internal static LibraryFile Of(SourceFile file) => new(
        file.Path, file.Origin == PolicyFile.Bundled, DocumentFile.Sha256Of(file), file.Bytes.Length)
    {
        Content = file.Bytes,
    };
}
