using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Waivers;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Library;

/// <summary>Reads the waivers of files: documents, names, references to policies and controls.</summary>
/// <param name="policies">The policies and controls that the waivers may name.</param>
internal sealed class WaiverLibraryReader(PolicyLibrary policies)
{
    /// <summary>Policies may stand in the same folder: they are not read, and no mistake.</summary>
    private static readonly ImmutableArray<DocumentForm> Kinds =
        [WaiverForm.Document, PolicyForm.Document, FrameworkForm.Document];

    private readonly ImmutableArray<string> _policies = [.. policies.Policies.Select(policy => policy.Name)];
    private readonly ImmutableArray<string> _controls =
    [
        .. policies.Frameworks
            .SelectMany(framework => framework.Controls.Select(control => $"{framework.Name}/{control.Id}")),
    ];
    private readonly SortedDictionary<string, Waiver> _waivers = new(StringComparer.Ordinal);
    private readonly List<PolicyFile> _files = [];
    private readonly List<SourceFile> _sources = [];
    private readonly HashSet<string> _places = new(StringComparer.Ordinal);
    private readonly DiagnosticBag _diagnostics = new();

    /// <summary>Reads files and folders.</summary>
    public WaiverLibrary Read(ImmutableArray<string> paths)
    {
        foreach (var path in paths)
        {
            var (said, count) = (_diagnostics.Count, _files.Count);
            var files = FilesOf(path);

            // A file may stand in a folder that is given too.
            ImmutableArray<SourceFile> others = [.. files.Where(file => _places.Add(Path.GetFullPath(file.Path)))];
            var isFolder = Directory.Exists(path);
            ReadFiles(others, isFolder ? null : WaiverDescriptors.NoWaiverInFile);
            if ((_diagnostics.Count, _files.Count) != (said, count) || others.Length != files.Length)
                continue;
            if (isFolder)
                _diagnostics.Report(WaiverDescriptors.NoWaiver, Location.InFile(path), path);
            else
                _diagnostics.Report(WaiverDescriptors.NoWaiverInFile, Location.InFile(path));
        }
        return ToLibrary();
    }

    /// <summary>Reads files.</summary>
    public WaiverLibrary Read(ImmutableArray<SourceFile> files)
    {
        ReadFiles(files);
        return ToLibrary();
    }

    private WaiverLibrary ToLibrary() => new(
        LibraryFile.Of(_sources),
        [.. _waivers.Values],
        [.. _files],
        DocumentOrder.Of(_diagnostics));

    private void ReadFiles(ImmutableArray<SourceFile> files, DiagnosticDescriptor? empty = null)
    {
        _sources.AddRange(files);
        foreach (var source in files)
        {
            if (DocumentFile.Read(source, Kinds, _diagnostics, empty) is not { } read)
                continue;
            var heads = read.Documents.Where(head => head.Form == WaiverForm.Document).ToArray();
            if (heads.Length > 0)
                _files.Add(read.File);
            foreach (var head in heads)
                Add(read.File, head);
        }
    }

    private ImmutableArray<SourceFile> FilesOf(string path) =>
        Directory.Exists(path) ? FolderFiles.Read(path, FileKind.Policies, _diagnostics)
        : FolderFiles.ReadFile(path, _diagnostics) is { } file ? [file]
        : [];

    private void Add(PolicyFile file, DocumentHead head)
    {
        var waiver = WaiverReader.Read(file, head.Name, head.Spec);
        if (!_waivers.TryAdd(waiver.Name, waiver))
        {
            var earlier = _waivers[waiver.Name].Location.ToString();
            _diagnostics.Report(PolicyDescriptors.DuplicateName, waiver.Location, "waiver", waiver.Name, earlier);
        }
        CheckPolicies(waiver);
        CheckControls(waiver);
        if (waiver.Target.IsEverything(_policies, _controls))
            _diagnostics.Report(WaiverDescriptors.OverBroad, waiver.Location, waiver.Name);
    }

    private void CheckPolicies(Waiver waiver)
    {
        foreach (var pattern in waiver.Target.Policies.Where(pattern => !_policies.Any(pattern.Matches)))
        {
            _diagnostics.ReportName(
                PolicyDescriptors.UnknownPolicy, pattern.Location, pattern.Text, _policies, pattern.Text);
        }
    }

    private void CheckControls(Waiver waiver)
    {
        foreach (var pattern in waiver.Target.Controls.Where(pattern => !_controls.Any(pattern.Matches)))
        {
            _diagnostics.ReportName(
                WaiverDescriptors.UnknownControl, pattern.Location, pattern.Text, _controls, pattern.Text);
        }
    }
}
