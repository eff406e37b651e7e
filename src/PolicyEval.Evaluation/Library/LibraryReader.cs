using System.Collections.Immutable;
using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Waivers;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Library;

/// <summary>Reads files into a library: documents, names, references between them, expressions.</summary>
internal sealed class LibraryReader
{
    /// <summary>Waivers may stand in the same folder: they are applied where they are given by name.</summary>
    private static readonly ImmutableArray<DocumentForm> Kinds =
        [PolicyForm.Document, FrameworkForm.Document, WaiverForm.Document];

    private readonly SortedDictionary<string, Policy> _policies = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Framework> _frameworks = new(StringComparer.Ordinal);
    private readonly List<LibraryFile> _files = [];
    private readonly List<LibraryFile> _replaced = [];
    private readonly List<Location> _waivers = [];
    private readonly Dictionary<string, int> _fileOrder = new(StringComparer.Ordinal);
    private readonly DiagnosticBag _diagnostics;
    private readonly LibraryScope _scope;

    /// <summary>Starts a library.</summary>
    /// <param name="diagnostics">What finding the user's files reported; takes all that follows.</param>
    /// <param name="scope">What is read beside these.</param>
    public LibraryReader(DiagnosticBag diagnostics, LibraryScope scope)
    {
        _diagnostics = diagnostics;
        _scope = scope;
    }

    /// <summary>Reads the user's files, then those documents inside the program that they do not replace.</summary>
    public PolicyLibrary Read(ImmutableArray<SourceFile> files)
    {
        foreach (var file in files)
        {
            _fileOrder.TryAdd(file.Path, _fileOrder.Count);
            ReadFile(file);
        }
        ReadBundled(_scope.Frameworks, name => _scope.AsksFor(name) && !_frameworks.ContainsKey(name));
        var named = _frameworks.Values.SelectMany(f => f.Controls).SelectMany(c => c.Policies).Select(use => use.Name)
            .ToHashSet(StringComparer.Ordinal);
        ReadBundled(
            _scope.Policies,
            name => (_scope.AsksFor(name) || named.Contains(name)) && !_policies.ContainsKey(name));

        var faulty = _diagnostics
            .Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Location.File).ToHashSet();
        foreach (var policy in _policies.Values.Where(p => _scope.IsWhole || !p.File.IsBundled))
        {
            var isWhole = !faulty.Contains(policy.Location.File);
            PolicyCompiler.Compile(policy, PolicyCompiler.DefaultsOf(policy), _diagnostics, isWhole);
        }
        var names = Names(_policies.Keys, _scope.Policies);
        var references = new FrameworkReferences(_policies, names, _diagnostics);
        foreach (var framework in _frameworks.Values)
            references.Check(framework);
        return new PolicyLibrary(
            [.. _files], [.. _policies.Values], [.. _frameworks.Values],
            names, Names(_frameworks.Keys, _scope.Frameworks), Sort())
        {
            Waivers = [.. _waivers],
            Replaced = [.. _replaced],
        };
    }

    private void ReadBundled(BundledDocuments documents, Func<string, bool> isWanted)
    {
        foreach (var name in documents.Names.Where(isWanted))
            ReadFile(documents.Read(name)!);
    }

    private static ImmutableArray<string> Names(IEnumerable<string> read, BundledDocuments bundled) =>
        [.. read.Union(bundled.Names).Order(StringComparer.Ordinal)];

    /// <summary>In order of the files, those inside the program first, and of the places in each.</summary>
    private ImmutableArray<Diagnostic> Sort() =>
    [
        .. _diagnostics
            .OrderBy(d => _fileOrder.GetValueOrDefault(d.Location.File, -1))
            .ThenBy(d => d.Location.File, StringComparer.Ordinal)
            .ThenBy(d => d.Location.Line)
            .ThenBy(d => d.Location.Column),
    ];

    private void ReadFile(SourceFile source)
    {
        _files.AddRange(LibraryFile.Of([source]));
        if (DocumentFile.Read(source, Kinds, _diagnostics) is not { } read)
            return;
        foreach (var head in read.Documents)
        {
            if (head.Form == PolicyForm.Document)
                Add(PolicyReader.Read(read.File, head.Name, head.Spec));
            else if (head.Form == FrameworkForm.Document)
                Add(FrameworkReader.Read(read.File, head.Name, head.Spec));
            else
                _waivers.Add(head.Spec.Scope.At(head.Name));
        }
    }

    private void Add(Policy policy)
    {
        var (name, earlier) = (policy.Name, _policies.GetValueOrDefault(policy.Name)?.Location);
        var replaced = Replaced(_scope.Policies, name, policy.File);
        if (MayAdd("policy", name, policy.Location, earlier, replaced))
            _policies[name] = policy with { ReplacesBundled = replaced };
    }

    private void Add(Framework framework)
    {
        var (name, earlier) = (framework.Name, _frameworks.GetValueOrDefault(framework.Name)?.Location);
        var replaced = Replaced(_scope.Frameworks, name, framework.File);
        if (MayAdd("framework", name, framework.Location, earlier, replaced))
            _frameworks[name] = framework with { ReplacesBundled = replaced };
    }

    private bool MayAdd(string kind, string name, Location location, Location? earlier, bool replaced)
    {
        if (earlier is not null)
            _diagnostics.Report(PolicyDescriptors.DuplicateName, location, kind, name, $"{earlier}");
        else if (replaced)
            _diagnostics.Report(PolicyDescriptors.Overrides, location, kind, name);
        return earlier is null;
    }

    /// <summary>
    /// Whether a document stands in the place of a bundled one. A copy of that file, such as the repository's own
    /// folder, replaces nothing.
    /// </summary>
    private bool Replaced(BundledDocuments bundled, string name, PolicyFile file)
    {
        if (file.IsBundled || bundled.Read(name) is not { } other || DocumentFile.Sha256Of(other) == file.Sha256)
            return false;
        _replaced.Add(LibraryFile.Of(other));
        return true;
    }
}
