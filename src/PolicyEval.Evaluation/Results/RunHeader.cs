using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Results;

/// <summary>All inputs of a run, known before the first finding.</summary>
public sealed record RunHeader
{
    /// <summary>The tool's version, such as <c>0.1.0</c>.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The options that shape the result.</summary>
    public required RunOptions Options { get; init; }

    /// <summary>The snapshots, in the order given.</summary>
    public required ImmutableArray<SnapshotReference> Snapshots { get; init; }

    /// <summary>The snapshots that were found and are not read, by their places.</summary>
    public ImmutableArray<LeftOutReference> LeftOut { get; init; } = [];

    /// <summary>What says which accounts there should be; empty where nobody does.</summary>
    public ImmutableArray<PopulationReference> Populations { get; init; } = [];

    /// <summary>The frameworks, in the order given.</summary>
    public required ImmutableArray<FrameworkReference> Frameworks { get; init; }

    /// <summary>The policies with their effective parameters, in the order evaluated.</summary>
    public required ImmutableArray<PolicyReference> Policies { get; init; }

    /// <summary>The file of the settings, or null where there are none.</summary>
    public InputFile? Settings { get; init; }

    /// <summary>The files that hold the waivers, in the order given.</summary>
    public ImmutableArray<InputFile> WaiverFiles { get; init; } = [];

    /// <summary>The report whose failures are known, or null.</summary>
    public InputFile? Baseline { get; init; }
}
