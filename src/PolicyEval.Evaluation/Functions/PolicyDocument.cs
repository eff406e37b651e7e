using System.Collections.Immutable;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Functions;

/// <summary>An IAM policy document (IAM User Guide, "IAM JSON policy elements reference"). Immutable.</summary>
/// <param name="source">What it was read from.</param>
/// <param name="version">Its version of the policy language.</param>
/// <param name="statements">Its statements, in order.</param>
internal sealed class PolicyDocument(CelMap source, string version, ImmutableArray<PolicyStatement> statements)
    : CelOpaque
{
    /// <summary>The type, as expressions name it.</summary>
    public static readonly CelType DocumentType = CelType.Opaque("aws.iam.PolicyDocument");

    /// <inheritdoc/>
    public override CelType Type => DocumentType;

    /// <summary>The version of the policy language.</summary>
    public string Version { get; } = version;

    /// <summary>The statements.</summary>
    public ImmutableArray<PolicyStatement> Statements { get; } = statements;

    /// <summary>
    /// Whether the document may give a right: an Allow takes it in, whatever its condition, and no Deny surely takes it
    /// away. Errs to yes, so that "nobody may do this" never passes wrongly.
    /// </summary>
    public bool Allows(string action, string resource)
    {
        var asked = PatternReader.ActionOf(action);
        return Statements.Any(s => s.IsAllow && s.Actions.MayCover(asked) && s.Resources.MayCover(resource))
            && !Statements.Any(s => !s.IsAllow && !s.IsLimited
                && s.Actions.SurelyCovers(asked) && s.Resources.SurelyCovers(resource));
    }

    /// <summary>
    /// Whether the document surely gives a right to whoever has it: an Allow without a condition takes in all of it,
    /// and no Deny, whatever its condition, touches it. Errs to no, so that "they can do this" never passes wrongly.
    /// </summary>
    public bool AllowsUnconditionally(string action, string resource)
    {
        var asked = PatternReader.ActionOf(action);
        return Statements.Any(s => s.IsAllow && !s.IsLimited
                && s.Actions.SurelyCovers(asked) && s.Resources.SurelyCovers(resource))
            && !Statements.Any(s => !s.IsAllow && s.Actions.MayTouch(asked) && s.Resources.MayTouch(resource));
    }

    /// <inheritdoc/>
    public override bool IsEqual(CelOpaque other) =>
        other is PolicyDocument document
        && CelEquality.Equals(CelValue.Of(source), CelValue.Of(document.Source)).IsTrue;

    /// <inheritdoc/>
    public override string ToString() => $"iamPolicy({CelValue.Of(source)})";

    private CelMap Source => source;
}
