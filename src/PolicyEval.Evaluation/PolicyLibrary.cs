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
        ImmutableArray<Diagnostic> diagnostics)
    {
        Files = files;
        Policies = policies;
        Frameworks = frameworks;
        Diagnostics = diagnostics;
    }

    /// <summary>The files that were read whole, good or not: the bundled ones, then those of the folder.</summary>
    public ImmutableArray<LibraryFile> Files { get; }

    /// <summary>The policies, sorted by name.</summary>
    public ImmutableArray<Policy> Policies { get; }

    /// <summary>The frameworks, sorted by name.</summary>
    public ImmutableArray<Framework> Frameworks { get; }

    /// <summary>
    /// All that is to be said about the files, in order of file and place; expressions are compiled already.
    /// </summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Whether an error is among the diagnostics: then nothing is evaluated.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>
    /// Reads the bundled documents and then those of a folder: <c>*.yaml</c> and <c>*.yml</c> at any depth, in ordinal
    /// order of their paths, without <c>*.tests.yaml</c>. A document of the folder replaces the bundled one of the same
    /// name. Whatever is wrong is a diagnostic.
    /// </summary>
    /// <param name="folder">The folder, or null for the bundled documents alone.</param>
    public static PolicyLibrary Load(string? folder = null)
    {
        var diagnostics = new DiagnosticBag();
        var files = BundledFiles.Read(FileKind.Policies);
        if (folder is not null)
            files = files.AddRange(FolderFiles.Read(folder, FileKind.Policies, diagnostics));
        return new LibraryReader(diagnostics).Read(files);
    }

    /// <summary>The policy of a name, or null.</summary>
    public Policy? FindPolicy(string name) => Policies.FirstOrDefault(p => p.Name == name);

    /// <summary>The framework of a name, or null.</summary>
    public Framework? FindFramework(string name) => Frameworks.FirstOrDefault(f => f.Name == name);
}
