using System.Collections.Immutable;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Waivers;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Library;

/// <summary>What stands in a file, read by itself: what other files say is not looked at.</summary>
internal sealed class LibraryFileContent
{
    /// <summary>Waivers may stand in the same folder: they are applied where they are given by name.</summary>
    private static readonly ImmutableArray<DocumentForm> Kinds =
        [PolicyForm.Document, FrameworkForm.Document, WaiverForm.Document];

    private readonly List<Policy> _policies = [];
    private readonly List<Framework> _frameworks = [];
    private readonly List<Location> _waivers = [];

    private LibraryFileContent(SourceFile source) => Source = source;

    /// <summary>The file.</summary>
    public SourceFile Source { get; }

    /// <summary>Its policies, in order.</summary>
    public IReadOnlyList<Policy> Policies => _policies;

    /// <summary>Its frameworks, in order.</summary>
    public IReadOnlyList<Framework> Frameworks => _frameworks;

    /// <summary>Where its waivers stand.</summary>
    public IReadOnlyList<Location> Waivers => _waivers;

    /// <summary>What is wrong with it.</summary>
    public DiagnosticBag Diagnostics { get; } = new();

    /// <summary>Reads a file.</summary>
    public static LibraryFileContent Read(SourceFile source)
    {
        var content = new LibraryFileContent(source);
        if (DocumentFile.Read(source, Kinds, content.Diagnostics) is { } read)
        {
            foreach (var head in read.Documents)
                content.Add(read.File, head);
        }
        return content;
    }

    private void Add(PolicyFile file, DocumentHead head)
    {
        if (head.Form == PolicyForm.Document)
            _policies.Add(PolicyReader.Read(file, head.Name, head.Spec));
        else if (head.Form == FrameworkForm.Document)
            _frameworks.Add(FrameworkReader.Read(file, head.Name, head.Spec));
        else
            _waivers.Add(head.Spec.Scope.At(head.Name));
    }
}
