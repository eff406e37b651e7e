using System.Collections.Immutable;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Library;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation;

/// <summary>
/// All policies and frameworks of a run: those inside the program and those of a folder. The first door of this room.
/// </summary>
public sealed class PolicyLibrary
{
    internal PolicyLibrary(
        ImmutableArray<LibraryFile> files,
        ImmutableArray<Policy> policies,
        ImmutableArray<Framework> frameworks,
        ImmutableArray<string> policyNames,
        ImmutableArray<string> frameworkNames,
        ImmutableArray<Diagnostic> diagnostics)
    {
        Files = files;
        Policies = policies;
        Frameworks = frameworks;
        PolicyNames = policyNames;
        FrameworkNames = frameworkNames;
        Diagnostics = diagnostics;
    }

    /// <summary>The files that were read whole, good or not: those of the folder, then the bundled ones.</summary>
    public ImmutableArray<LibraryFile> Files { get; }

    /// <summary>The policies that were read, sorted by name.</summary>
    public ImmutableArray<Policy> Policies { get; }

    /// <summary>The frameworks that were read, sorted by name.</summary>
    public ImmutableArray<Framework> Frameworks { get; }

    /// <summary>The names of all policies, sorted, also of those inside the program that were not read.</summary>
    internal ImmutableArray<string> PolicyNames { get; }

    /// <summary>The names of all frameworks, sorted, also of those inside the program that were not read.</summary>
    internal ImmutableArray<string> FrameworkNames { get; }

    /// <summary>
    /// All that is to be said about the files, in order of file and place; expressions are compiled already.
    /// </summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Where waivers stand among the policies. They are applied where a run is given them.</summary>
    public ImmutableArray<Location> Waivers { get; internal init; } = [];

    /// <summary>The files inside the program whose documents the folder replaces with others.</summary>
    public ImmutableArray<LibraryFile> Replaced { get; internal init; } = [];

    /// <summary>Whether an error is among the diagnostics: then nothing is evaluated.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>
    /// Reads the documents of a folder: <c>*.yaml</c> and <c>*.yml</c> at any depth, in ordinal order of their paths,
    /// without <c>*.tests.yaml</c>; then all bundled ones, but for those whose names the folder has too: these are
    /// replaced. Whatever is wrong is a diagnostic.
    /// </summary>
    /// <param name="folder">The folder, or null for the bundled documents alone.</param>
    public static PolicyLibrary Load(string? folder = null) => Load(folder, LibraryScope.Everything);

    /// <summary>
    /// The same for one run: of the bundled documents only the frameworks and policies that it asks for, and the
    /// policies that its frameworks name.
    /// </summary>
    /// <param name="folder">The folder, or null for the bundled documents alone.</param>
    /// <param name="request">What will be evaluated.</param>
    public static PolicyLibrary LoadFor(EvaluationRequest request, string? folder = null) =>
        Load(folder, LibraryScope.Of(request));

    /// <summary>
    /// The same of files that somebody kept: those of a folder, and in the place of the bundled documents of this
    /// program those that were bundled then, all of them.
    /// </summary>
    /// <param name="files">The files, those of the folder in their order.</param>
    public static PolicyLibrary Of(ImmutableArray<LibraryFile> files)
    {
        var bundled = LibraryScope.OfFiles([.. files.Where(file => file.IsBundled).Select(file => file.Source)]);
        return new LibraryReader(new DiagnosticBag(), bundled).Read(
            [.. files.Where(file => !file.IsBundled).Select(file => file.Source)]);
    }

    /// <summary>Whether a file that somebody kept as bundled is one of this program, byte for byte.</summary>
    public static bool Bundles(LibraryFile file) =>
        BundledFiles.PathsOf(FileKind.Policies).Contains(file.Path)
        && LibraryFile.Of(BundledFiles.Read(file.Path)).Sha256 == file.Sha256;

    private static PolicyLibrary Load(string? folder, LibraryScope scope)
    {
        var diagnostics = new DiagnosticBag();
        var files = folder is null ? [] : FolderFiles.Read(folder, FileKind.Policies, diagnostics);
        return new LibraryReader(diagnostics, scope).Read(files);
    }

    /// <summary>The policy of a name, or null.</summary>
    public Policy? FindPolicy(string name) => Policies.FirstOrDefault(p => p.Name == name);

    /// <summary>The framework of a name, or null.</summary>
    public Framework? FindFramework(string name) => Frameworks.FirstOrDefault(f => f.Name == name);
}
