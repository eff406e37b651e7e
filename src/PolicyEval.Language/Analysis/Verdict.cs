using PolicyEval.Language.Binding;

namespace PolicyEval.Language.Analysis;

/// <summary>That a condition has only one value where it is asked.</summary>
/// <param name="Value">The value.</param>
/// <param name="Cause">The condition before it that decides it, or null where it decides itself.</param>
/// <param name="CauseValue">The value of the cause.</param>
/// <param name="Mark">How many facts there were before the cause.</param>
internal readonly record struct Verdict(bool Value, BoundExpression? Cause, bool CauseValue, int Mark)
{
    /// <summary>The verdict on the opposite.</summary>
    public Verdict Not() => this with { Value = !Value };
}
