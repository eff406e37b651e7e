using System.Collections.Immutable;
using PolicyEval.Evaluation.Accounts;
using PolicyEval.Evaluation.Comparison;
using PolicyEval.Evaluation.Results;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Trees;

namespace PolicyEval.Evaluation;

/// <summary>What the user asks for. Names and values are checked by <see cref="Evaluator.Prepare"/>.</summary>
public sealed record EvaluationRequest
{
    /// <summary>The tool's version, for the report.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The frameworks by name, in the order of the report.</summary>
    public ImmutableArray<string> Frameworks { get; init; } = [];

    /// <summary>The policies by name; empty for all of the frameworks and of the user's folder.</summary>
    public ImmutableArray<string> Policies { get; init; } = [];

    /// <summary>
    /// The instant at which ages are measured: RFC 3339 with a zone, or a date, which means 00:00:00 UTC of that day.
    /// Null for the evidence's own time.
    /// </summary>
    public string? AsOf { get; init; }

    /// <summary>Parameters, as <c>policy.param=value</c>; the last one of a parameter counts.</summary>
    public ImmutableArray<string> Sets { get; init; } = [];

    /// <summary>The least severity whose failure trips the gate, or null for any.</summary>
    public Severity? FailOn { get; init; }

    /// <summary>Whether missing evidence wins over failures in the exit code.</summary>
    public bool Strict { get; init; }

    /// <summary>The settings; what is wrong with their file forbids the run.</summary>
    public PolicySettings Settings { get; init; } = PolicySettings.None;

    /// <summary>The waivers; what is wrong with their files forbids the run.</summary>
    public WaiverLibrary Waivers { get; init; } = WaiverLibrary.None;

    /// <summary>Which accounts there should be evidence of.</summary>
    public AccountPopulation Population { get; init; } = AccountPopulation.Unknown;

    /// <summary>The snapshots that were found and are not read.</summary>
    public ImmutableArray<LeftOutSnapshot> LeftOut { get; init; } = [];

    /// <summary>
    /// Whether the snapshots were found in a tree: one that cannot be used then leaves the others be, and the run ends
    /// in 3 all the same. Evidence was there and could not be read, so no gate may take the rest for the whole.
    /// </summary>
    public bool IsOfTree { get; init; }

    /// <summary>What was said when the snapshots were looked for.</summary>
    public ImmutableArray<SnapshotDiagnostic> Found { get; init; } = [];

    /// <summary>Whether the waivers are listed and none is applied.</summary>
    public bool IgnoreWaivers { get; init; }

    /// <summary>An earlier result whose failures do not count at the gate again, or null.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The greatest age of evidence, such as <c>36h</c>, or null for any; needs <see cref="Now"/>.</summary>
    public string? MaxAge { get; init; }

    /// <summary>The instant at which evidence has that age; in the forms of <see cref="AsOf"/>.</summary>
    public string? Now { get; init; }

    /// <summary>Whether files are cited with the name of their snapshot even where there is only one.</summary>
    public bool CitesSnapshots { get; init; }

    /// <summary>
    /// Of how many findings of each policy, the first that fail, are incomplete or end in an error, the result says how
    /// they came about (<see cref="Finding.Trace"/>). They cost as much as being evaluated twice.
    /// </summary>
    public int TracesMax { get; init; }
}
