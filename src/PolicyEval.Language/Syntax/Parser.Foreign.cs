using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <content>Words of other languages in the place of operators.</content>
internal sealed partial class Parser
{
    /// <summary>
    /// A word after an operand is no name: <c>a and b</c> is read as <c>a &amp;&amp; b</c>, <c>a not in b</c> as
    /// <c>a in b</c>, and <c>a inn b</c> too.
    /// </summary>
    private void ReplaceWordOperator()
    {
        var word = Current;
        var next = _tokens[_position + 1];
        if (ForeignText.IsNot(word.Text) && next.Kind == SyntaxKind.InKeyword)
        {
            var both = TextSpan.FromBounds(word.Span.Start, next.Span.End);
            ReportForeign(both, null, text.Content.Substring(both.Start, both.Length), "!(x in list)");
            Next();
            return;
        }

        if (!SyntaxFacts.StartsExpression(next.Kind))
            return;
        if (ForeignText.WordOperator(word.Text) is { } kind)
        {
            ReportForeign(word.Span, SyntaxFacts.Text(kind), word.Text, SyntaxFacts.Text(kind)!);
            Replace(kind);
        }
        else if (NameSuggester.Nearest(word.Text, ["in"]) is { } near && next.Kind is not SyntaxKind.DotToken)
        {
            ReportForeign(word.Span, near, word.Text, near);
            Replace(SyntaxKind.InKeyword);
        }
    }

    /// <summary><c>not a</c> is read as <c>!a</c>. The call <c>not(a)</c> is left to the binder.</summary>
    private void ReplaceNot()
    {
        var next = _tokens[_position + 1].Kind;
        if (!SyntaxFacts.StartsExpression(next)
            || next is SyntaxKind.OpenParenthesisToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken
                or SyntaxKind.DotToken or SyntaxKind.MinusToken)
            return;
        ReportForeign(Current.Span, "!", Current.Text, "!");
        Replace(SyntaxKind.BangToken);
    }

    private void Replace(SyntaxKind kind) =>
        _tokens[_position] = Current with { Kind = kind, FollowsBadText = true };

    private void ReportForeign(TextSpan span, string? suggestion, string written, string meant)
    {
        if (_lastReport == _position || Current.FollowsBadText)
            return;
        _lastReport = _position;
        var place = Location.Of(text, span);
        var diagnostic = Diagnostic.Create(SyntaxDescriptors.ForeignOperator, place, written, meant);
        diagnostics.Add(diagnostic with { Suggestion = suggestion });
    }
}
