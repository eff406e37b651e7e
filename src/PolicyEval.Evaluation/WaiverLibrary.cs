using System.Collections.Immutable;
using PolicyEval.Evaluation.Library;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Waivers;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation;

/// <summary>The waivers that a run is given. Immutable.</summary>
public sealed class WaiverLibrary
{
    internal WaiverLibrary(
        ImmutableArray<LibraryFile> read,
        ImmutableArray<Waiver> waivers,
        ImmutableArray<PolicyFile> files,
        ImmutableArray<Diagnostic> diagnostics)
    {
        Read = read;
        Waivers = waivers;
        Files = files;
        Diagnostics = diagnostics;
    }

    /// <summary>No waiver.</summary>
    public static WaiverLibrary None { get; } = new([], [], [], []);

    /// <summary>The files that were read whole, good or not, whatever stands in them.</summary>
    public ImmutableArray<LibraryFile> Read { get; }

    /// <summary>The files that hold waivers, in the order given, those of a folder in ordinal order.</summary>
    public ImmutableArray<PolicyFile> Files { get; }

    /// <summary>All that is to be said about the files, in order of file and place.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>How many waivers there are.</summary>
    public int Count => Waivers.Length;

    /// <summary>Whether an error is among the diagnostics: then nothing is evaluated.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>The waivers, sorted by name.</summary>
    internal ImmutableArray<Waiver> Waivers { get; }

    /// <summary>
    /// Reads the documents of kind Waiver in files, and in folders: <c>*.yaml</c> and <c>*.yml</c> at any depth, but
    /// for tests and settings. Policies and frameworks among them are left to <see cref="PolicyLibrary"/>. Whatever is
    /// wrong is a diagnostic.
    /// </summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="policies">The policies and controls that the waivers may name.</param>
    public static WaiverLibrary Load(ImmutableArray<string> paths, PolicyLibrary policies) =>
        paths.IsEmpty ? None : new WaiverLibraryReader(policies).Read(paths);

    /// <summary>The same of files that somebody kept.</summary>
    /// <param name="files">The files; none for no waivers.</param>
    /// <param name="policies">The policies and controls that the waivers may name.</param>
    public static WaiverLibrary Of(ImmutableArray<LibraryFile> files, PolicyLibrary policies) =>
        files.IsEmpty ? None : new WaiverLibraryReader(policies).Read([.. files.Select(file => file.Source)]);
}
