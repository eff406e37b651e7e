using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Results;

/// <summary>A policy as reports name it, with its effective parameters.</summary>
/// <param name="Name">The name.</param>
/// <param name="Title">The title.</param>
/// <param name="Severity">The severity of this run.</param>
/// <param name="Sha256">The digest of the policy's file.</param>
/// <param name="Origin"><c>bundled</c>, or the path of the file as the user gave it.</param>
/// <param name="Params">Every parameter.</param>
public sealed record PolicyReference(
    string Name, string Title, Severity Severity, string Sha256, string Origin, ImmutableArray<ParamReference> Params)
{
    /// <summary>The severity that the policy says itself.</summary>
    public Severity StandardSeverity { get; init; } = Severity;

    /// <summary>Whether settings changed the severity.</summary>
    public bool SeverityChanged => Severity != StandardSeverity;

    /// <summary>Where settings set the severity, as <c>file:line</c>; else empty.</summary>
    public string SeveritySource { get; init; } = "";

    /// <summary>
    /// The accounts of the run that are judged with this severity and these parameters, or null for all: where settings
    /// differ by account, a policy stands in the list once for each kind of account.
    /// </summary>
    public ImmutableArray<string>? Accounts { get; init; }

    /// <summary>Whether a parameter is not the policy's or the framework's own.</summary>
    public bool ParamsChanged => Params.Any(p => p.Changed);

    /// <summary>Whether it stands in the place of a bundled policy of other content.</summary>
    public bool ReplacesBundled { get; init; }

    /// <summary>The controls that it serves, as <c>framework/id</c>.</summary>
    public ImmutableArray<string> Controls { get; init; } = [];

    /// <summary>The type of resources that it judges, such as <c>aws.iam.user</c>.</summary>
    public string Resource { get; init; } = "";

    /// <summary>The policy's file as diagnostics cite it, also of a bundled policy.</summary>
    public string File { get; init; } = "";

    /// <summary>The line of its name in <see cref="File"/>, 1-based; 0 where it is not known.</summary>
    public int Line { get; init; }

    /// <summary>What it says to people.</summary>
    public PolicyGuide Guide { get; init; } = PolicyGuide.None;

    /// <summary>Its match conditions, then its validations.</summary>
    public ImmutableArray<RuleReference> Rules { get; init; } = [];
}
