namespace PolicyEval.Evaluation.Library;

/// <summary>
/// The policies or the frameworks inside the program by their names, without reading them: each file holds one document
/// and is called like it.
/// </summary>
internal sealed class BundledDocuments
{
    private const string FrameworkFolder = "policies/frameworks/";

    private static readonly ILookup<bool, string> Paths = BundledFiles.PathsOf(FileKind.Policies)
        .ToLookup(path => path.StartsWith(FrameworkFolder, StringComparison.Ordinal));

    private readonly SortedDictionary<string, string> _pathByName = new(StringComparer.Ordinal);

    private BundledDocuments(IEnumerable<string> paths)
    {
        foreach (var path in paths)
            _pathByName.Add(Path.GetFileNameWithoutExtension(path), path);
    }

    /// <summary>None at all.</summary>
    public static BundledDocuments None { get; } = new([]);

    /// <summary>The policies.</summary>
    public static BundledDocuments Policies { get; } = new(Paths[false]);

    /// <summary>The frameworks.</summary>
    public static BundledDocuments Frameworks { get; } = new(Paths[true]);

    /// <summary>The names, in ordinal order.</summary>
    public IReadOnlyCollection<string> Names => _pathByName.Keys;

    /// <summary>Reads the file of a name; null where there is none.</summary>
    public SourceFile? Read(string name) =>
        _pathByName.TryGetValue(name, out var path) ? BundledFiles.Read(path) : null;
}
