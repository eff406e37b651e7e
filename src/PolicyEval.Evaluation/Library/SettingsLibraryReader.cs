using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Overrides;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Library;

/// <summary>Reads the settings of a run: the document, references to policies and parameters.</summary>
/// <param name="policies">The policies that the settings may name.</param>
internal sealed class SettingsLibraryReader(PolicyLibrary policies)
{
    private static readonly ImmutableArray<DocumentForm> Kinds = [SettingsForm.Document];

    private readonly DiagnosticBag _diagnostics = new();

    /// <summary>Reads the settings directly in a folder; those further inside are warned of.</summary>
    public PolicySettings ReadFolder(string folder)
    {
        // That there is no folder, the library of the policies says.
        if (!Directory.Exists(folder))
            return PolicySettings.None;
        var paths = FolderFiles.Find(folder, FileKind.Settings, _diagnostics)
            .ToLookup(path => IsDirectlyIn(folder, path));
        foreach (var path in paths[false])
            _diagnostics.Report(SettingsDescriptors.NotRead, Location.InFile(path), folder);
        return Read([.. paths[true]]);
    }

    /// <summary>Reads files, of which one should hold settings.</summary>
    public PolicySettings Read(ImmutableArray<string> paths) =>
        Read([.. paths.Select(path => FolderFiles.ReadFile(path, _diagnostics)).OfType<SourceFile>()]);

    /// <summary>The same of files that have been opened.</summary>
    public PolicySettings Read(ImmutableArray<SourceFile> files)
    {
        (PolicyFile File, Location Location, ImmutableArray<Override> Overrides)? first = null;
        foreach (var source in files)
        {
            if (DocumentFile.Read(source, Kinds, _diagnostics, SettingsDescriptors.Empty) is not { } read)
                continue;
            foreach (var head in read.Documents)
            {
                var location = head.Spec.Scope.At(head.Name);
                var overrides = SettingsReader.Read(head.Spec);
                Check(overrides);
                if (first is { } earlier)
                    _diagnostics.Report(SettingsDescriptors.Several, location, $"{earlier.Location}");
                first ??= (read.File, location, overrides);
            }
        }
        var found = new OverrideSet(first?.Overrides ?? []);
        return new PolicySettings(LibraryFile.Of(files), first?.File, found, DocumentOrder.Of(_diagnostics));
    }

    private static bool IsDirectlyIn(string folder, string path) =>
        Path.GetRelativePath(folder, path) == Path.GetFileName(path);

    private void Check(ImmutableArray<Override> overrides)
    {
        foreach (var change in overrides)
        {
            if (policies.FindPolicy(change.Policy) is { } policy)
            {
                foreach (var param in change.Params)
                    Check(policy, param);
            }
            else
            {
                var names = policies.Policies.Select(p => p.Name);
                _diagnostics.ReportName(
                    PolicyDescriptors.UnknownPolicy, change.Location, change.Policy, names, change.Policy);
            }
        }
    }

    private void Check(Policy policy, ControlParam set)
    {
        if (policy.Param(set.Name) is not { } param)
        {
            _diagnostics.ReportName(
                PolicyDescriptors.UnknownParam, set.NameLocation, set.Name,
                policy.Params.Select(p => p.Name), set.Name, policy.Name);
        }
        else if (!param.IsFaulty && ParamText.Parse(param, set.Text) is null)
        {
            _diagnostics.Report(
                PolicyDescriptors.BadParamValue, set.Location, "value", param.Name, set.Text, param.Range);
        }
    }
}
