using System.Collections.Immutable;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Frameworks;

/// <summary>A framework as its document says it: controls, and the policies that decide them. Immutable.</summary>
public sealed record Framework
{
    /// <summary>The name, unique, such as <c>cis_v130</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The version, such as <c>1.3.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Where the framework is published.</summary>
    public string Source { get; init; } = "";

    /// <summary>Every control, in the framework's order.</summary>
    public required ImmutableArray<FrameworkControl> Controls { get; init; }

    /// <summary>The file that holds the document.</summary>
    public required PolicyFile File { get; init; }

    /// <summary>Whether it stands in the place of a bundled document of other content.</summary>
    public bool ReplacesBundled { get; init; }

    /// <summary>Where the name stands.</summary>
    public required Location Location { get; init; }
}
