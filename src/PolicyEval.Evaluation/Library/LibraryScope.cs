using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Library;

/// <summary>
/// Which documents inside the program a library reads beside the user's own. A run reads what it needs: reading and
/// compiling all of them takes longer than most evaluations do.
/// </summary>
internal sealed record LibraryScope
{
    private readonly ImmutableHashSet<string>? _asked;

    private LibraryScope(
        BundledDocuments policies, BundledDocuments frameworks, ImmutableHashSet<string>? asked = null) =>
        (Policies, Frameworks, _asked) = (policies, frameworks, asked);

    /// <summary>No document inside the program is there.</summary>
    public static LibraryScope OwnOnly { get; } = new(BundledDocuments.None, BundledDocuments.None);

    /// <summary>All are read, and the policies compiled.</summary>
    public static LibraryScope Everything { get; } = new(BundledDocuments.Policies, BundledDocuments.Frameworks);

    /// <summary>In the place of the documents inside the program those of an earlier one; all are read.</summary>
    public static LibraryScope OfFiles(ImmutableArray<SourceFile> files) => new(
        BundledDocuments.Among(files, isFramework: false), BundledDocuments.Among(files, isFramework: true));

    /// <summary>The policies that there are, read or not.</summary>
    public BundledDocuments Policies { get; }

    /// <summary>The frameworks that there are, read or not.</summary>
    public BundledDocuments Frameworks { get; }

    /// <summary>
    /// Whether all are read. Else the run compiles the policies inside the program with its own parameters, and nobody
    /// needs them with their defaults, which are tested.
    /// </summary>
    public bool IsWhole => _asked is null;

    /// <summary>What a run asks for by name; policies that its frameworks name are added by who reads these.</summary>
    public static LibraryScope Of(EvaluationRequest request) => new(
        BundledDocuments.Policies,
        BundledDocuments.Frameworks,
        [.. request.Frameworks, .. request.Policies, .. request.Sets.Select(set => set.Split('.')[0])]);

    /// <summary>Whether a document of that name was asked for.</summary>
    public bool AsksFor(string name) => _asked is null || _asked.Contains(name);
}
