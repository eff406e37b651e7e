using PolicyEval.Language.Text;

namespace PolicyEval.Language.Sql;

/// <summary>What became of an expression.</summary>
/// <param name="Value">The expression in SQL; null where that cannot say it.</param>
/// <param name="Fault">Why it cannot: the end of a sentence that begins with "it"; else empty.</param>
/// <param name="Span">Where in the text of the expression.</param>
public sealed record SqlTranslation(SqlValue? Value, string Fault, TextSpan Span);
