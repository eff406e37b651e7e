using System.Collections.Immutable;
using System.Security.Cryptography;
using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Yaml;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Library;

/// <summary>Reads files into a library: documents, names, references between them, expressions.</summary>
internal sealed class LibraryReader
{
    private static readonly ImmutableArray<DocumentForm> Kinds = [PolicyForm.Document, FrameworkForm.Document];

    private readonly SortedDictionary<string, Policy> _policies = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Framework> _frameworks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _fileOrder = new(StringComparer.Ordinal);
    private readonly DiagnosticBag _diagnostics;

    /// <summary>Starts a library.</summary>
    /// <param name="diagnostics">What finding the files reported; takes all that follows.</param>
    public LibraryReader(DiagnosticBag diagnostics) => _diagnostics = diagnostics;

    /// <summary>Reads files, the bundled ones first.</summary>
    public PolicyLibrary Read(ImmutableArray<SourceFile> files)
    {
        foreach (var file in files)
        {
            _fileOrder.TryAdd(file.Path, _fileOrder.Count);
            ReadFile(file);
        }
        var faulty = _diagnostics
            .Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Location.File).ToHashSet();
        foreach (var policy in _policies.Values)
        {
            var isWhole = !faulty.Contains(policy.Location.File);
            PolicyCompiler.Compile(policy, PolicyCompiler.DefaultsOf(policy), _diagnostics, isWhole);
        }
        foreach (var framework in _frameworks.Values)
            CheckReferences(framework);
        return new PolicyLibrary(FilesOf(files), [.. _policies.Values], [.. _frameworks.Values], Sort());
    }

    // Of a file above the limit only the beginning was read.
    private static ImmutableArray<LibraryFile> FilesOf(ImmutableArray<SourceFile> files) =>
    [
        .. files.Where(file => file.Bytes.Length <= YamlLimits.FileBytesMax).Select(file => new LibraryFile(
            file.Path,
            file.Origin == PolicyFile.Bundled,
            Convert.ToHexStringLower(SHA256.HashData(file.Bytes)),
            file.Bytes.Length)),
    ];

    private ImmutableArray<Diagnostic> Sort() =>
    [
        .. _diagnostics
            .OrderBy(d => _fileOrder.GetValueOrDefault(d.Location.File, -1))
            .ThenBy(d => d.Location.Line)
            .ThenBy(d => d.Location.Column),
    ];

    private void ReadFile(SourceFile source)
    {
        if (DocumentFile.Read(source, Kinds, _diagnostics) is not { } read)
            return;
        foreach (var head in read.Documents)
        {
            if (head.Form == PolicyForm.Document)
                Add(PolicyReader.Read(read.File, head.Name, head.Spec));
            else
                Add(FrameworkReader.Read(read.File, head.Name, head.Spec));
        }
    }

    private void Add(Policy policy)
    {
        var earlier = _policies.GetValueOrDefault(policy.Name);
        if (MayAdd("policy", policy.Name, (policy.File, policy.Location), (earlier?.File, earlier?.Location)))
            _policies[policy.Name] = policy with { ReplacesBundled = IsOther(policy.File, earlier?.File) };
    }

    private void Add(Framework framework)
    {
        var earlier = _frameworks.GetValueOrDefault(framework.Name);
        if (MayAdd(
            "framework", framework.Name, (framework.File, framework.Location), (earlier?.File, earlier?.Location)))
            _frameworks[framework.Name] = framework with { ReplacesBundled = IsOther(framework.File, earlier?.File) };
    }

    /// <summary>Only a document of the user takes the place of another one, which must be bundled.</summary>
    private bool MayAdd(
        string kind,
        string name,
        (PolicyFile File, Location Location) document,
        (PolicyFile? File, Location? Location) earlier)
    {
        if (earlier.File is not { } file)
            return true;
        if (!file.IsBundled || document.File.IsBundled)
        {
            _diagnostics.Report(
                PolicyDescriptors.DuplicateName, document.Location, kind, name, $"{earlier.Location}");
            return false;
        }
        if (IsOther(document.File, file))
            _diagnostics.Report(PolicyDescriptors.Overrides, document.Location, kind, name);
        return true;
    }

    // A copy of the bundled file, such as the repository's own folder, replaces nothing.
    private static bool IsOther(PolicyFile file, PolicyFile? earlier) =>
        earlier is not null && file.Sha256 != earlier.Sha256;

    private void CheckReferences(Framework framework)
    {
        foreach (var use in framework.Controls.SelectMany(c => c.Policies))
        {
            if (!_policies.TryGetValue(use.Name, out var policy))
            {
                _diagnostics.ReportName(
                    PolicyDescriptors.UnknownPolicy, use.Location, use.Name, _policies.Keys, use.Name);
                continue;
            }
            foreach (var set in use.Params)
                CheckParam(framework, policy, set);
        }
    }

    private void CheckParam(Framework framework, Policy policy, ControlParam set)
    {
        if (policy.Param(set.Name) is not { } param)
        {
            // The mistake is the user's, and not in a file of the program.
            if (framework.File.IsBundled && policy.ReplacesBundled)
            {
                _diagnostics.Report(
                    PolicyDescriptors.ReplacementLacksParam, policy.Location, policy.Name, set.Name, framework.Name);
                return;
            }
            var names = policy.Params.Select(p => p.Name);
            _diagnostics.ReportName(
                PolicyDescriptors.UnknownParam, set.NameLocation, set.Name, names, set.Name, policy.Name);
        }
        else if (!param.IsFaulty && ParamText.Parse(param, set.Text) is null)
        {
            _diagnostics.Report(
                PolicyDescriptors.BadParamValue, set.Location, "value", param.Name, set.Text, param.Range);
        }
    }
}
