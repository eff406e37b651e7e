using System.Collections.Immutable;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Functions;

/// <summary>A statement of an IAM policy document. Immutable.</summary>
internal sealed class PolicyStatement : CelOpaque
{
    /// <summary>The type, as expressions name it.</summary>
    public static readonly CelType StatementType = CelType.Opaque("aws.iam.Statement");

    /// <inheritdoc/>
    public override CelType Type => StatementType;

    /// <summary>The statement's id, or empty.</summary>
    public required string Sid { get; init; }

    /// <summary>Whether it allows; else it denies.</summary>
    public required bool IsAllow { get; init; }

    /// <summary>The actions.</summary>
    public required PatternSet Actions { get; init; }

    /// <summary>The resources; everything where the statement names none, as in a role's trust policy.</summary>
    public required PatternSet Resources { get; init; }

    /// <summary>Who it is for, by kind; empty in policies of an identity.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<string>> Principals { get; init; }

    /// <summary>Whom it leaves out, by kind.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<string>> NotPrincipals { get; init; }

    /// <summary>Whether it has a condition.</summary>
    public required bool HasCondition { get; init; }

    /// <summary>What it was read from.</summary>
    public required CelMap Source { get; init; }

    /// <summary>
    /// Whether it holds for some requests of an action only, or for some callers only. Everybody is <c>AWS: *</c>; a
    /// star of another kind is all services, or all federated users, and nobody else.
    /// </summary>
    public bool IsLimited =>
        HasCondition || !NotPrincipals.IsEmpty
        || (!Principals.IsEmpty && !(Principals.TryGetValue("AWS", out var names) && names.Contains("*")));

    /// <summary>Whether it takes in an action, seen from the side on which rights are the wider.</summary>
    public bool MatchesAction(string action) => Matches(Actions, PatternReader.ActionOf(action));

    /// <summary>Whether it takes in a resource, seen from the side on which rights are the wider.</summary>
    public bool MatchesResource(string resource) => Matches(Resources, resource);

    /// <inheritdoc/>
    public override bool IsEqual(CelOpaque other) =>
        other is PolicyStatement statement
        && CelEquality.Equals(CelValue.Of(Source), CelValue.Of(statement.Source)).IsTrue;

    /// <inheritdoc/>
    public override string ToString() => $"statement({CelValue.Of(Source)})";

    private bool Matches(PatternSet set, string question) =>
        IsAllow ? set.MayCover(question) : set.SurelyCovers(question);
}
