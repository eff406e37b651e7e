using System.Collections.Immutable;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary>
/// Tokens to a tree, by recursive descent (CEL language definition, "Syntax"). Reports only a missing or an
/// unexpected token, a reserved word, and too much depth; what the tree means is the binder's.
/// </summary>
internal sealed partial class Parser(
    EmbeddedText text, ImmutableArray<SyntaxToken> tokens, CompilationLimits limits, DiagnosticBag diagnostics)
{
    private readonly SyntaxToken[] _tokens = [.. tokens];
    private int _position;
    private int _depth;
    private int _lastReport = -1;
    private int? _firstTrouble;
    private bool? _lacksParenthesis;

    /// <summary>The token at which the text first went wrong, or null where it did not.</summary>
    public int? FirstTrouble => _firstTrouble;

    private SyntaxToken Current => _tokens[_position];

    /// <summary>Parses the whole text as one expression.</summary>
    public ExpressionSyntax Parse()
    {
        var root = ParseExpression();
        // What is left over behind a mistake, such as the bracket that lost its partner, follows from it.
        if (Current.Kind != SyntaxKind.EndOfTextToken && _firstTrouble is null)
            ReportUnexpected("the end of the expression");
        return root;
    }

    private ExpressionSyntax ParseExpression()
    {
        if (_depth == limits.MaxDepth)
            return GiveUp(Current.Span, limits.MaxDepth);

        _depth++;
        var condition = ParseBinary(0);
        if (Current.Kind == SyntaxKind.QuestionToken)
            condition = ParseConditional(condition);
        _depth--;
        return condition;
    }

    private ExpressionSyntax ParseConditional(ExpressionSyntax condition)
    {
        Next();
        if (Current.Kind == SyntaxKind.QuestionToken)
        {
            ReportUnexpected("an expression");
            Next();
        }

        var whenTrue = ParseBinary(0);
        if (Current.Kind == SyntaxKind.QuestionToken)
        {
            ReportUnexpected("':'");
            whenTrue = ParseNestedConditional(whenTrue);
        }

        Match(SyntaxKind.ColonToken);
        var whenFalse = ParseExpression();
        return Limited(new ConditionalExpressionSyntax(condition, whenTrue, whenFalse));
    }

    /// <summary>
    /// Reads a conditional between <c>?</c> and <c>:</c>, where it needs parentheses, as if they stood there.
    /// </summary>
    private ExpressionSyntax ParseNestedConditional(ExpressionSyntax condition)
    {
        if (_depth == limits.MaxDepth)
            return GiveUp(Current.Span, limits.MaxDepth);
        _depth++;
        var conditional = ParseConditional(condition);
        _depth--;
        return conditional;
    }

    private ExpressionSyntax ParseBinary(int parentPrecedence)
    {
        var left = ParseUnary();
        while (true)
        {
            if (Current.Kind == SyntaxKind.IdentifierToken)
                ReplaceWordOperator();
            var precedence = SyntaxFacts.BinaryPrecedence(Current.Kind);
            if (precedence <= parentPrecedence)
                return left;
            if (Current.Kind is SyntaxKind.AmpersandAmpersandToken or SyntaxKind.PipePipeToken)
            {
                left = ParseLogical(left, Current.Kind, precedence);
                continue;
            }

            var operatorToken = Next();
            left = Limited(new BinaryExpressionSyntax(left, operatorToken, ParseBinary(precedence)));
        }
    }

    private ExpressionSyntax ParseLogical(ExpressionSyntax first, SyntaxKind kind, int precedence)
    {
        var terms = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        terms.Add(first);
        while (Current.Kind == kind)
        {
            Next();
            terms.Add(ParseBinary(precedence));
        }

        return Limited(new LogicalExpressionSyntax(kind, terms.DrainToImmutable()));
    }

    private ExpressionSyntax ParseUnary()
    {
        if (Current.Kind == SyntaxKind.IdentifierToken && ForeignText.IsNot(Current.Text))
            ReplaceNot();
        var kind = Current.Kind;
        if (kind is not (SyntaxKind.BangToken or SyntaxKind.MinusToken))
            return ParsePostfix(ParsePrimary());

        // A run of one operator: -!x and !-x are no expressions, but !-1 is, since the minus belongs to the literal.
        var operators = new Stack<SyntaxToken>();
        while (Current.Kind == kind && !IsSignedNumber())
            operators.Push(Next());
        var isMixed = Current.Kind == SyntaxKind.BangToken
            || (Current.Kind == SyntaxKind.MinusToken && !IsSignedNumber());
        if (isMixed)
        {
            ReportUnexpected("an operand");
            return new MissingExpressionSyntax(ParseNestedUnary().Span);
        }

        var operand = ParsePostfix(ParsePrimary());
        while (operators.TryPop(out var operatorToken))
            operand = Limited(new UnaryExpressionSyntax(operatorToken, operand));
        return operand;
    }

    /// <summary>
    /// Steps over operators that do not belong together, which is reported, no deeper than the limit.
    /// </summary>
    private ExpressionSyntax ParseNestedUnary()
    {
        if (_depth == limits.MaxDepth)
            return GiveUp(Current.Span, limits.MaxDepth);
        _depth++;
        var operand = ParseUnary();
        _depth--;
        return operand;
    }

    private bool IsSignedNumber() =>
        Current.Kind == SyntaxKind.MinusToken
        && _tokens[_position + 1].Kind is SyntaxKind.IntToken or SyntaxKind.DoubleToken;

    private ExpressionSyntax ParsePostfix(ExpressionSyntax operand)
    {
        while (true)
        {
            switch (Current.Kind)
            {
                case SyntaxKind.DotToken:
                    operand = ParseMember(operand);
                    break;
                case SyntaxKind.OpenBracketToken:
                    operand = ParseIndex(operand);
                    break;
                case SyntaxKind.OpenBraceToken when IsTypeName(operand):
                    operand = ParseMessage(operand);
                    break;
                default:
                    return operand;
            }
        }
    }

    private ExpressionSyntax ParseMember(ExpressionSyntax operand)
    {
        Next();
        var isOptional = TryTake(SyntaxKind.QuestionToken);
        var name = Current.Kind == SyntaxKind.QuotedIdentifierToken ? Next() : Match(SyntaxKind.IdentifierToken);
        var isName = !isOptional && name.Kind == SyntaxKind.IdentifierToken;
        return isName && Current.Kind == SyntaxKind.OpenParenthesisToken
            ? ParseCall(operand.Span.Start, operand, hasLeadingDot: false, name)
            : Limited(new MemberExpressionSyntax(operand, isOptional, name));
    }

    private ExpressionSyntax ParseCall(int start, ExpressionSyntax? receiver, bool hasLeadingDot, SyntaxToken name)
    {
        Next();
        const SyntaxKind Close = SyntaxKind.CloseParenthesisToken;
        var arguments = ParseList(Close, allowTrailingComma: false, ParseExpression, out var end);
        var span = TextSpan.FromBounds(start, end);
        return Limited(new CallExpressionSyntax(span, receiver, hasLeadingDot, name, arguments));
    }

    private ExpressionSyntax ParseIndex(ExpressionSyntax operand)
    {
        Next();
        var isOptional = TryTake(SyntaxKind.QuestionToken);
        var index = ParseExpression();
        var close = Match(SyntaxKind.CloseBracketToken);
        return Limited(new IndexExpressionSyntax(operand, isOptional, index, close));
    }

    private static bool IsTypeName(ExpressionSyntax operand) => operand switch
    {
        NameExpressionSyntax => true,
        MemberExpressionSyntax { IsOptional: false, Name.Kind: SyntaxKind.IdentifierToken } member =>
            IsTypeName(member.Operand),
        _ => false,
    };

    private ExpressionSyntax ParseMessage(ExpressionSyntax typeName)
    {
        Next();
        var fields = ParseList(SyntaxKind.CloseBraceToken, allowTrailingComma: true, ParseField, out var end);
        return Limited(new MessageExpressionSyntax(TextSpan.FromBounds(typeName.Span.Start, end), typeName, fields));
    }

    private FieldInitializerSyntax ParseField()
    {
        var start = Current.Span.Start;
        var isOptional = TryTake(SyntaxKind.QuestionToken);
        var name = Current.Kind == SyntaxKind.QuotedIdentifierToken ? Next() : Match(SyntaxKind.IdentifierToken);
        Match(SyntaxKind.ColonToken);
        var value = ParseExpression();
        return new FieldInitializerSyntax(Since(start, value), isOptional, name, value);
    }
}
