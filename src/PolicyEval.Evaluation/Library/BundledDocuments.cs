using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Library;

/// <summary>
/// The policies or the frameworks inside the program by their names, without reading them: each file holds one document
/// and is called like it. Or those of an earlier program, as a pack holds them.
/// </summary>
internal sealed class BundledDocuments
{
    private const string FrameworkFolder = "policies/frameworks/";

    private readonly SortedDictionary<string, Func<SourceFile>> _byName = new(StringComparer.Ordinal);

    private BundledDocuments(IEnumerable<(string Path, Func<SourceFile> Read)> files)
    {
        foreach (var (path, read) in files)
            _byName[Path.GetFileNameWithoutExtension(path)] = read;
    }

    /// <summary>None at all.</summary>
    public static BundledDocuments None { get; } = new([]);

    /// <summary>The policies.</summary>
    public static BundledDocuments Policies { get; } = Inside(isFramework: false);

    /// <summary>The frameworks.</summary>
    public static BundledDocuments Frameworks { get; } = Inside(isFramework: true);

    /// <summary>The names, in ordinal order.</summary>
    public IReadOnlyCollection<string> Names => _byName.Keys;

    /// <summary>Those among files of an earlier program.</summary>
    /// <param name="files">Policies and frameworks.</param>
    /// <param name="isFramework">Which of the two.</param>
    public static BundledDocuments Among(ImmutableArray<SourceFile> files, bool isFramework) =>
        new(files.Where(file => IsFramework(file.Path) == isFramework)
            .Select(file => (file.Path, (Func<SourceFile>)(() => file))));

    /// <summary>Reads the file of a name; null where there is none.</summary>
    public SourceFile? Read(string name) => _byName.GetValueOrDefault(name)?.Invoke();

    private static BundledDocuments Inside(bool isFramework) =>
        new(BundledFiles.PathsOf(FileKind.Policies).Where(path => IsFramework(path) == isFramework)
            .Select(path => (path, (Func<SourceFile>)(() => BundledFiles.Read(path)))));

    private static bool IsFramework(string path) => path.StartsWith(FrameworkFolder, StringComparison.Ordinal);
}
