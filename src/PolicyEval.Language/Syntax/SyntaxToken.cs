using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary>The smallest unit of meaning.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Span">Where; empty for a token that the parser missed.</param>
/// <param name="Text">As written, or the name without backticks.</param>
/// <param name="Value">
/// What a literal means: <see cref="UInt128"/> (the magnitude of an integer, saturated), double, string or byte[]; null
/// for other tokens and for a number that the lexer has reported.
/// </param>
internal readonly record struct SyntaxToken(SyntaxKind Kind, TextSpan Span, string Text, object? Value = null)
{
    /// <summary>
    /// Whether characters that mean nothing stand before it, or in its place: they are reported, and so is all that
    /// follows from them.
    /// </summary>
    public bool FollowsBadText { get; init; }
}
