using System.Collections.Immutable;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <content>Primary expressions, lists of them, and recovery.</content>
internal sealed partial class Parser
{
    private ExpressionSyntax ParsePrimary()
    {
        switch (Current.Kind)
        {
            case SyntaxKind.MinusToken when IsSignedNumber():
                return new LiteralExpressionSyntax(Next(), Next());
            case SyntaxKind.IntToken or SyntaxKind.UintToken or SyntaxKind.DoubleToken or SyntaxKind.StringToken
                or SyntaxKind.BytesToken or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword or SyntaxKind.NullKeyword:
                return new LiteralExpressionSyntax(null, Next());
            case SyntaxKind.DotToken or SyntaxKind.IdentifierToken:
                return ParseName();
            case SyntaxKind.OpenParenthesisToken:
                return ParseParenthesized();
            case SyntaxKind.OpenBracketToken:
                return ParseListLiteral();
            case SyntaxKind.OpenBraceToken:
                return ParseMapLiteral();
            default:
                return Unexpected("an expression");
        }
    }

    private ExpressionSyntax ParseName()
    {
        var start = Current.Span.Start;
        SyntaxToken? dot = Current.Kind == SyntaxKind.DotToken ? Next() : null;
        var name = Match(SyntaxKind.IdentifierToken);
        if (SyntaxFacts.IsReserved(name.Text))
            Report(SyntaxDescriptors.ReservedWord, name.Span, name.Text);
        return Current.Kind == SyntaxKind.OpenParenthesisToken
            ? ParseCall(start, null, dot is not null, name)
            : new NameExpressionSyntax(dot, name);
    }

    private ExpressionSyntax ParseParenthesized()
    {
        var open = Next();
        var inner = ParseExpression();
        var close = Match(SyntaxKind.CloseParenthesisToken);
        return Limited(new ParenthesizedExpressionSyntax(TextSpan.FromBounds(open.Span.Start, close.Span.End), inner));
    }

    private ExpressionSyntax ParseListLiteral()
    {
        var open = Next();
        var elements = ParseList(SyntaxKind.CloseBracketToken, allowTrailingComma: true, ParseElement, out var end);
        return Limited(new ListExpressionSyntax(TextSpan.FromBounds(open.Span.Start, end), elements));
    }

    private ListElementSyntax ParseElement()
    {
        var start = Current.Span.Start;
        var isOptional = TryTake(SyntaxKind.QuestionToken);
        var value = ParseExpression();
        return new ListElementSyntax(Since(start, value), isOptional, value);
    }

    private ExpressionSyntax ParseMapLiteral()
    {
        var open = Next();
        var entries = ParseList(SyntaxKind.CloseBraceToken, allowTrailingComma: true, ParseEntry, out var end);
        return Limited(new MapExpressionSyntax(TextSpan.FromBounds(open.Span.Start, end), entries));
    }

    private MapEntrySyntax ParseEntry()
    {
        var start = Current.Span.Start;
        var isOptional = TryTake(SyntaxKind.QuestionToken);
        var key = ParseExpression();
        Match(SyntaxKind.ColonToken);
        var value = ParseExpression();
        return new MapEntrySyntax(Since(start, value), isOptional, key, value);
    }

    /// <summary>
    /// Parses elements up to a closing bracket; a missing comma or bracket is reported once and stepped over. Where a
    /// trailing comma is allowed, the grammar of CEL allows it alone as well: <c>[,]</c> is an empty list.
    /// </summary>
    private ImmutableArray<T> ParseList<T>(SyntaxKind close, bool allowTrailingComma, Func<T> parse, out int end)
    {
        var elements = ImmutableArray.CreateBuilder<T>();
        if (allowTrailingComma && Current.Kind == SyntaxKind.CommaToken && _tokens[_position + 1].Kind == close)
            Next();

        while (Current.Kind != close && Current.Kind != SyntaxKind.EndOfTextToken)
        {
            if (elements.Count == 0 && close == SyntaxKind.CloseParenthesisToken && LacksParenthesisHere())
                break;
            var before = _position;
            elements.Add(parse());
            if (Current.Kind == SyntaxKind.CommaToken)
            {
                var comma = Next();
                if (Current.Kind == close && !allowTrailingComma)
                    Report(SyntaxDescriptors.UnexpectedToken, comma.Span, "','", $"'{SyntaxFacts.Text(close)}'");
                continue;
            }

            // No progress, or something that begins no element: the bracket is what is missing.
            if (Current.Kind == close || _position == before || !SyntaxFacts.StartsExpression(Current.Kind))
                break;
            Report(SyntaxDescriptors.MissingToken, new TextSpan(Current.Span.Start, 0), "','");
        }

        end = Match(close).Span.End;
        return elements.DrainToImmutable();
    }

    /// <summary>
    /// Whether the call has no arguments and lost its parenthesis: the text has too few of them, and what comes goes on
    /// with the call, as in <c>x.size( == 0</c> and <c>x.list( .size()</c>.
    /// </summary>
    private bool LacksParenthesisHere() =>
        (Current.Kind == SyntaxKind.DotToken
            || (SyntaxFacts.BinaryPrecedence(Current.Kind) > 0 && !SyntaxFacts.StartsExpression(Current.Kind)))
        && (_lacksParenthesis ??= _tokens.Count(token => token.Kind == SyntaxKind.OpenParenthesisToken)
            > _tokens.Count(token => token.Kind == SyntaxKind.CloseParenthesisToken));

    private SyntaxToken Next()
    {
        var token = Current;
        if (token.Kind != SyntaxKind.EndOfTextToken)
            _position++;
        return token;
    }

    private bool TryTake(SyntaxKind kind)
    {
        var found = Current.Kind == kind;
        if (found)
            Next();
        return found;
    }

    /// <summary>
    /// The current token if it is of this kind, or an empty one behind the last token, reported as missing.
    /// </summary>
    private SyntaxToken Match(SyntaxKind kind)
    {
        if (Current.Kind == kind)
            return Next();

        var place = new TextSpan(_position == 0 ? 0 : _tokens[_position - 1].Span.End, 0);
        Report(SyntaxDescriptors.MissingToken, place, Describe(kind));
        return new SyntaxToken(kind, place, "");
    }

    private MissingExpressionSyntax Unexpected(string expected)
    {
        var span = Current.Span;
        ReportUnexpected(expected);

        // A token that may close or continue what is outside stays for it.
        if (Current.Kind is not (SyntaxKind.CloseParenthesisToken or SyntaxKind.CloseBracketToken
            or SyntaxKind.CloseBraceToken or SyntaxKind.CommaToken or SyntaxKind.ColonToken
            or SyntaxKind.QuestionToken)
            && SyntaxFacts.BinaryPrecedence(Current.Kind) == 0)
            Next();
        return new MissingExpressionSyntax(span);
    }

    private void ReportUnexpected(string expected)
    {
        var found = Current.Kind == SyntaxKind.EndOfTextToken ? "end of the expression" : $"'{Current.Text}'";
        Report(SyntaxDescriptors.UnexpectedToken, Current.Span, found, expected);
    }

    /// <summary>One report a place: what follows at the same token follows from the first.</summary>
    private void Report(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<string> arguments)
    {
        _firstTrouble ??= _position;
        if (_lastReport == _position || Current.FollowsBadText)
            return;
        _lastReport = _position;
        diagnostics.Report(descriptor, Location.Of(text, span), arguments);
    }

    /// <summary>A node that is not too high, or the end of parsing.</summary>
    private ExpressionSyntax Limited(ExpressionSyntax node) =>
        node.Height <= limits.MaxHeight ? node : GiveUp(node.Span, limits.MaxHeight);

    private MissingExpressionSyntax GiveUp(TextSpan span, int limit)
    {
        Report(SyntaxDescriptors.TooDeep, new TextSpan(span.Start, 0), $"{limit}");
        _position = _tokens.Length - 1;
        _lastReport = _position;
        return new MissingExpressionSyntax(span);
    }

    private static TextSpan Since(int start, ExpressionSyntax last) =>
        TextSpan.FromBounds(start, Math.Max(start, last.Span.End));

    private static string Describe(SyntaxKind kind) =>
        kind == SyntaxKind.IdentifierToken ? "a name" : $"'{SyntaxFacts.Text(kind)}'";
}
