using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Library;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Testing;

/// <summary>Policies with their tests: those inside the program, or those of a folder. Immutable.</summary>
public sealed class PolicyTestLibrary
{
    private static readonly ImmutableArray<DocumentForm> Kinds = [TestForm.Document];

    private PolicyTestLibrary(
        PolicyLibrary library,
        ImmutableArray<Policy> subjects,
        ImmutableArray<PolicyTests> tests,
        ImmutableArray<Diagnostic> diagnostics)
    {
        Library = library;
        Subjects = subjects;
        Tests = tests;
        Diagnostics = diagnostics;
    }

    /// <summary>All policies that tests may name.</summary>
    public PolicyLibrary Library { get; }

    /// <summary>
    /// All that is to be said about the files: of the policies, then of the tests, each in order of file and place.
    /// </summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Whether an error is among the diagnostics: then nothing is tested.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>The policies that should have tests, sorted by name.</summary>
    internal ImmutableArray<Policy> Subjects { get; }

    /// <summary>The tests, sorted by the name of their policy.</summary>
    internal ImmutableArray<PolicyTests> Tests { get; }

    /// <summary>
    /// Reads policies, then <c>*.tests.yaml</c> and <c>*.tests.yml</c> of the same place: of the folder at any depth,
    /// or those inside the program. Tests of a folder may be about bundled policies too. Whatever is wrong is a
    /// diagnostic.
    /// </summary>
    /// <param name="folder">The folder, or null for the bundled policies with their tests.</param>
    public static PolicyTestLibrary Load(string? folder = null)
    {
        var library = PolicyLibrary.Load(folder);
        var own = new DiagnosticBag();
        var files = folder is null ? BundledFiles.Read(FileKind.Tests)
            : Directory.Exists(folder) ? FolderFiles.Read(folder, FileKind.Tests, own)
            : [];
        return Read(library, files, own, isBundled: folder is null);
    }

    /// <summary>Reads tests of policies that are read already.</summary>
    /// <param name="library">The policies.</param>
    /// <param name="files">The tests.</param>
    /// <param name="diagnostics">What finding the files reported; takes all that follows.</param>
    /// <param name="isBundled">Whether the bundled policies should have tests here.</param>
    internal static PolicyTestLibrary Read(
        PolicyLibrary library, ImmutableArray<SourceFile> files, DiagnosticBag diagnostics, bool isBundled)
    {
        var tests = new SortedDictionary<string, PolicyTests>(StringComparer.Ordinal);
        foreach (var read in files.SelectMany(file => ReadFile(file, library, diagnostics)))
        {
            var name = read.Policy.Name;
            if (!tests.TryAdd(name, read))
            {
                diagnostics.Report(
                    PolicyDescriptors.DuplicateName, read.Location, "tests of", name, $"{tests[name].Location}");
            }
        }
        return new PolicyTestLibrary(
            library,
            [.. library.Policies.Where(p => isBundled || !p.File.IsBundled || tests.ContainsKey(p.Name))],
            [.. tests.Values],
            [.. Remaining(library.Diagnostics, files), .. Sorted(diagnostics)]);
    }

    private static IEnumerable<PolicyTests> ReadFile(
        SourceFile source, PolicyLibrary library, DiagnosticBag diagnostics) =>
        DocumentFile.Read(source, Kinds, diagnostics) is { } read
            ? read.Documents.Select(head => TestReader.Read(read.File, head, library)).OfType<PolicyTests>()
            : [];

    /// <summary>Without the remark that a folder has no policies, where it has tests of bundled ones.</summary>
    private static IEnumerable<Diagnostic> Remaining(
        IEnumerable<Diagnostic> diagnostics, ImmutableArray<SourceFile> files) =>
        diagnostics.Where(d => files.IsEmpty || d.Descriptor != YamlDescriptors.EmptyFolder);

    private static Ordered<Diagnostic> Sorted(DiagnosticBag diagnostics) =>
        diagnostics.OrderBy(d => d.Location.File, StringComparer.Ordinal)
            .ThenBy(d => d.Location.Line).ThenBy(d => d.Location.Column);
}
