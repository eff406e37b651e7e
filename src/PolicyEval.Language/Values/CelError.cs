using PolicyEval.Language.Text;

namespace PolicyEval.Language.Values;

/// <summary>An evaluation error as a value: what went wrong and, once the emitter has added it, where.</summary>
/// <param name="Message">A sentence without a full stop, such as <c>division by zero</c>.</param>
public sealed record CelError(string Message)
{
    /// <summary>The span of the expression that failed, in the compiled text; null until the emitter adds it.</summary>
    public TextSpan? Span { get; init; }
}
