using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Policies;

/// <summary>A value of a parameter. Two values are equal if their texts are.</summary>
/// <param name="Text">As it is written, canonical.</param>
/// <param name="Value">As expressions see it.</param>
public sealed record ParamValue(string Text, CelValue Value)
{
    /// <inheritdoc/>
    public bool Equals(ParamValue? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}
