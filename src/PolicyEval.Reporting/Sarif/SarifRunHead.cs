using System.Collections.Immutable;

namespace PolicyEval.Reporting.Sarif;

/// <summary>What is known of a run before its first result.</summary>
internal sealed record SarifRunHead
{
    /// <summary>The version of the tool.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>
    /// What sort of run it is, such as <c>policyeval/check/</c>: code hosts keep the results of different sorts apart.
    /// The part behind the last slash would name one run, and is empty.
    /// </summary>
    public required string Category { get; init; }

    /// <summary>The rules that results name.</summary>
    public required ImmutableArray<SarifRule> Rules { get; init; }

    /// <summary>What notifications name.</summary>
    public ImmutableArray<SarifRule> Notifications { get; init; } = [];

    /// <summary>The catalogues that rules refer to; their entries come behind the results.</summary>
    public ImmutableArray<SarifTaxonomy> Taxonomies { get; init; } = [];

    /// <summary>Where relative paths begin.</summary>
    public required ImmutableArray<SarifBase> Bases { get; init; }

    /// <summary>The files.</summary>
    public required ImmutableArray<SarifArtifact> Artifacts { get; init; }
}
