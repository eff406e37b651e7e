using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Policies;

/// <summary>A policy as its document says it. Immutable.</summary>
public sealed record Policy
{
    /// <summary>The name: kebab-case, unique.</summary>
    public required string Name { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>How much a failure weighs.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The resource type, such as <c>aws.iam.root</c>: one evaluation for each resource of it.</summary>
    public required string Resource { get; init; }

    /// <summary>What the policy asks and how it reads the evidence.</summary>
    public string Description { get; init; } = "";

    /// <summary>Why it matters.</summary>
    public string Rationale { get; init; } = "";

    /// <summary>How to verify it by hand.</summary>
    public string Audit { get; init; } = "";

    /// <summary>What to do when the verdict surprises.</summary>
    public string Troubleshooting { get; init; } = "";

    /// <summary>Commands for audit and troubleshooting.</summary>
    public ImmutableArray<PolicyCommand> Commands { get; init; } = [];

    /// <summary>How to put it right.</summary>
    public PolicyRemediation Remediation { get; init; } = PolicyRemediation.None;

    /// <summary>Addresses to read on.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>The typed parameters.</summary>
    public ImmutableArray<PolicyParam> Params { get; init; } = [];

    /// <summary>Named expressions, in order; each may use those before it.</summary>
    public ImmutableArray<PolicyVariable> Variables { get; init; } = [];

    /// <summary>When the policy applies: one that is false makes it not applicable.</summary>
    public ImmutableArray<PolicyMatchCondition> MatchConditions { get; init; } = [];

    /// <summary>What must hold.</summary>
    public ImmutableArray<PolicyValidation> Validations { get; init; } = [];

    /// <summary>What a pass says, or null.</summary>
    public PolicyMessage? PassMessage { get; init; }

    /// <summary>The file that holds the document.</summary>
    public required PolicyFile File { get; init; }

    /// <summary>Whether it stands in the place of a bundled document of other content.</summary>
    public bool ReplacesBundled { get; init; }

    /// <summary>Where the name stands.</summary>
    public required Location Location { get; init; }

    /// <summary>The parameter of a name, or null.</summary>
    public PolicyParam? Param(string name)
    {
        foreach (var param in Params)
        {
            if (param.Name == name)
                return param;
        }
        return null;
    }
}
