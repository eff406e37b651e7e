using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Results;

/// <summary>
/// What a policy says to people, so that a report can be read, and rendered again, without the policy. Each text may be
/// empty and may have several lines.
/// </summary>
public sealed record PolicyGuide
{
    /// <summary>A policy that says nothing.</summary>
    public static PolicyGuide None { get; } = new();

    /// <summary>What it asks and how it reads the evidence.</summary>
    public string Description { get; init; } = "";

    /// <summary>Why it matters.</summary>
    public string Rationale { get; init; } = "";

    /// <summary>How to verify it by hand.</summary>
    public string Audit { get; init; } = "";

    /// <summary>How to put a failure right in the AWS console.</summary>
    public string Console { get; init; } = "";

    /// <summary>How to put a failure right with the AWS CLI.</summary>
    public string Cli { get; init; } = "";

    /// <summary>How to put a failure right with infrastructure as code.</summary>
    public string Iac { get; init; } = "";

    /// <summary>Addresses to read on.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>Whether it says how to put a failure right.</summary>
    public bool HasRemediation => Console.Length > 0 || Cli.Length > 0 || Iac.Length > 0;
}
