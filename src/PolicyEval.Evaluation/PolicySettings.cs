using System.Collections.Immutable;
using PolicyEval.Evaluation.Library;
using PolicyEval.Evaluation.Overrides;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation;

/// <summary>
/// The settings of a run: severities and parameters that differ from what the policies say. Immutable.
/// </summary>
public sealed class PolicySettings
{
    private static readonly ImmutableArray<string> FileNames = ["policyeval.yaml", "policyeval.yml"];

    internal PolicySettings(
        ImmutableArray<LibraryFile> read,
        PolicyFile? file,
        OverrideSet overrides,
        ImmutableArray<Diagnostic> diagnostics)
    {
        Read = read;
        File = file;
        Overrides = overrides;
        Diagnostics = diagnostics;
    }

    /// <summary>No settings.</summary>
    public static PolicySettings None { get; } = new([], null, OverrideSet.None, []);

    /// <summary>The files that were read whole, good or not.</summary>
    public ImmutableArray<LibraryFile> Read { get; }

    /// <summary>The file that holds the settings, or null where there are none.</summary>
    public PolicyFile? File { get; }

    /// <summary>All that is to be said about the file, in order of place.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Whether an error is among the diagnostics: then nothing is evaluated.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    internal OverrideSet Overrides { get; }

    /// <summary>Whether a run has settings, good or not.</summary>
    /// <param name="file">The file that the user names, or null.</param>
    /// <param name="folder">The folder of policies, or null.</param>
    public static bool AreGiven(string? file, string? folder) => file is not null
        || (folder is not null && FileNames.Any(name => System.IO.File.Exists(Path.Combine(folder, name))));

    /// <summary>
    /// Reads the settings of a file, or else <c>policyeval.yaml</c> (or <c>.yml</c>) of the folder of policies, where
    /// there is one. Whatever is wrong is a diagnostic.
    /// </summary>
    /// <param name="file">The file that the user names, or null.</param>
    /// <param name="folder">The folder of policies, or null.</param>
    /// <param name="policies">The policies that the settings may name.</param>
    public static PolicySettings Load(string? file, string? folder, PolicyLibrary policies)
    {
        if (file is null && folder is null)
            return None;
        var reader = new SettingsLibraryReader(policies);
        return file is not null ? reader.Read([file]) : reader.ReadFolder(folder!);
    }

    /// <summary>The same of files that somebody kept, of which one should hold settings.</summary>
    /// <param name="files">The files; none for no settings.</param>
    /// <param name="policies">The policies that the settings may name.</param>
    public static PolicySettings Of(ImmutableArray<LibraryFile> files, PolicyLibrary policies) =>
        files.IsEmpty ? None : new SettingsLibraryReader(policies).Read([.. files.Select(file => file.Source)]);
}
