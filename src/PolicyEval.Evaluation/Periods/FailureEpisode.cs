using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Periods;

/// <summary>A failure from the first evidence that shows it to the first that shows it fixed.</summary>
public sealed record FailureEpisode
{
    /// <summary>The policy's name.</summary>
    public required string Policy { get; init; }

    /// <summary>The controls that it serves, as <c>framework/id</c>.</summary>
    public required ImmutableArray<string> Controls { get; init; }

    /// <summary>What failed.</summary>
    public required ResourceReference Resource { get; init; }

    /// <summary>How much it weighs, as of the last evidence that shows it.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The fingerprint of its findings.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The instant of the first evidence that shows it.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>
    /// Whether no earlier evidence of the account shows that it was not there yet: then it may be older than
    /// <see cref="FirstSeen"/>.
    /// </summary>
    public required bool IsOlder { get; init; }

    /// <summary>The instant of the last evidence that shows it.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>Whether a waiver covered it when it was seen last.</summary>
    public bool IsWaived { get; init; }

    /// <summary>The instant of the first evidence that shows that it is fixed, or null.</summary>
    public DateTimeOffset? Fixed { get; init; }

    /// <summary>How it stands at the end of the period.</summary>
    public required EpisodeState State { get; init; }

    /// <summary>
    /// From the first evidence that shows it to the first that shows it fixed, or null. The truth lies within the
    /// distance of two snapshots; it is more where <see cref="IsOlder"/>.
    /// </summary>
    public TimeSpan? TimeToFix => Fixed - FirstSeen;
}
