using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary>Text to tokens (CEL language definition, "Lexis"). Blanks and comments are left out.</summary>
internal sealed partial class Lexer(EmbeddedText text, DiagnosticBag diagnostics)
{
    private readonly string _content = text.Content;
    private int _position;
    private int? _unterminated;

    /// <summary>Where the string without an end begins, or null.</summary>
    public int? Unterminated => _unterminated;

    /// <summary>All tokens; the last one is <see cref="SyntaxKind.EndOfTextToken"/>.</summary>
    public ImmutableArray<SyntaxToken> Lex()
    {
        // Names are longer than operators and have blanks behind them: few texts have more tokens than this.
        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>(4 + (_content.Length / 4));
        var followsBadText = false;
        for (SkipTrivia(); _position < _content.Length; SkipTrivia())
        {
            var token = Next();
            if (token is { } found)
                tokens.Add(found with { FollowsBadText = followsBadText || found.FollowsBadText });

            // What follows a string without an end stands inside of it, or is its missing end.
            followsBadText = token is null || _unterminated == token.Value.Span.Start;
        }

        var end = new TextSpan(_content.Length, 0);
        tokens.Add(new SyntaxToken(SyntaxKind.EndOfTextToken, end, "") { FollowsBadText = followsBadText });
        return tokens.DrainToImmutable();
    }

    private char Peek(int offset = 0) =>
        _position + offset < _content.Length ? _content[_position + offset] : '\0';

    private void SkipTrivia()
    {
        while (_position < _content.Length)
        {
            if (Peek() is ' ' or '\t' or '\n' or '\f' or '\r')
                _position++;
            else if (Peek() == '/' && Peek(1) == '/')
                SkipComment();
            else if (ForeignText.LooksLike(Peek()) == ' ')
                SkipForeignBlank();
            else
                return;
        }
    }

    private void SkipComment()
    {
        var length = _content.AsSpan(_position).IndexOfAny('\n', '\r');
        _position = length < 0 ? _content.Length : _position + length;
    }

    private SyntaxToken? Next()
    {
        if (StringStart() is { } prefix)
            return StringToken(prefix);
        if (char.IsAsciiDigit(Peek()) || (Peek() == '.' && char.IsAsciiDigit(Peek(1))))
            return NumberToken();
        if (char.IsLetter(Peek()) || Peek() == '_')
            return WordToken();
        if (Peek() == '`')
            return QuotedName();
        return Punctuation();
    }

    /// <summary>The number of prefix letters before a quote, or null where no string begins.</summary>
    private int? StringStart()
    {
        var isBytes = Peek() is 'b' or 'B';
        if (IsQuote(Peek()))
            return 0;
        if ((isBytes || IsRaw(Peek())) && IsQuote(Peek(1)))
            return 1;
        return isBytes && IsRaw(Peek(1)) && IsQuote(Peek(2)) ? 2 : null;
    }

    private static bool IsQuote(char c) => c is '"' or '\'';

    private static bool IsRaw(char c) => c is 'r' or 'R';

    private SyntaxToken StringToken(int prefix)
    {
        var start = _position;
        var reader = new StringLiteralReader(text, diagnostics, start, prefix);
        var value = reader.Read();
        _position = reader.End;
        if (!reader.IsClosed)
            _unterminated = start;
        var kind = value is byte[]? SyntaxKind.BytesToken : SyntaxKind.StringToken;
        return Token(kind, start, value);
    }

    private SyntaxToken? WordToken()
    {
        var start = _position;
        var isForeign = false;
        while (char.IsLetterOrDigit(Peek()) || Peek() == '_')
        {
            isForeign |= !char.IsAscii(Peek());
            _position++;
        }

        if (isForeign)
            return ForeignWord(start);
        var word = _content[start.._position];
        return IsQuote(Peek()) && word.Equals("rb", StringComparison.OrdinalIgnoreCase)
            ? ForeignPrefix(start, word)
            : Token(SyntaxFacts.KeywordKind(word), start);
    }

    private SyntaxToken QuotedName()
    {
        var start = _position++;
        while (char.IsAsciiLetterOrDigit(Peek()) || Peek() is '_' or '.' or '-' or '/' or ' ')
            _position++;
        var name = _content[(start + 1).._position];
        var closed = Peek() == '`';
        if (closed)
            _position++;
        var span = TextSpan.FromBounds(start, _position);
        if (!closed || name.Length == 0)
        {
            var written = _content[start.._position];
            diagnostics.Report(SyntaxDescriptors.MalformedQuotedName, Location.Of(text, span), written);
        }

        return new SyntaxToken(SyntaxKind.QuotedIdentifierToken, span, name);
    }

    private SyntaxToken NumberToken()
    {
        var start = _position;
        var isHex = Peek() == '0' && Peek(1) == 'x';
        var isDouble = false;
        if (isHex)
        {
            _position += 2;
            while (char.IsAsciiHexDigit(Peek()))
                _position++;
        }
        else
        {
            isDouble = ReadDecimal();
        }

        var digits = _content[start.._position];
        var isUnsigned = !isDouble && (Peek() is 'u' or 'U');
        if (isUnsigned)
            _position++;
        var kind = isDouble ? SyntaxKind.DoubleToken : isUnsigned ? SyntaxKind.UintToken : SyntaxKind.IntToken;
        if (digits != "0x" && !char.IsAsciiLetterOrDigit(Peek()) && Peek() != '_')
            return Token(kind, start, isDouble ? DoubleValue(digits) : Magnitude(digits, isHex));

        while (char.IsAsciiLetterOrDigit(Peek()) || Peek() == '_')
            _position++;
        var span = TextSpan.FromBounds(start, _position);
        diagnostics.Report(SyntaxDescriptors.MalformedNumber, Location.Of(text, span), _content[start.._position]);
        return Token(kind, start);
    }

    /// <summary>Reads digits with fraction and exponent; true where there is one of the two.</summary>
    private bool ReadDecimal()
    {
        var isDouble = false;
        ReadDigits();
        if (Peek() == '.' && char.IsAsciiDigit(Peek(1)))
        {
            isDouble = true;
            _position++;
            ReadDigits();
        }

        var sign = Peek(1) is '+' or '-' ? 2 : 1;
        if ((Peek() is 'e' or 'E') && char.IsAsciiDigit(Peek(sign)))
        {
            isDouble = true;
            _position += sign;
            ReadDigits();
        }

        return isDouble;
    }

    private void ReadDigits()
    {
        while (char.IsAsciiDigit(Peek()))
            _position++;
    }

    private static double DoubleValue(string digits) =>
        double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static UInt128 Magnitude(string digits, bool isHex)
    {
        var radix = isHex ? 16u : 10u;
        UInt128 value = 0;
        foreach (var digit in isHex ? digits.AsSpan(2) : digits)
        {
            value = (value * radix) + (uint)HexDigit(digit);
            if (value > ulong.MaxValue)
                return UInt128.MaxValue;
        }

        return value;
    }

    private static int HexDigit(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private SyntaxToken? Punctuation()
    {
        var start = _position;
        if (ForeignPunctuation() is { } foreign)
            return foreign;
        var kind = PunctuationKind(Peek(), Peek(1));
        if (kind is { } known)
        {
            _position += SyntaxFacts.Text(known)!.Length;
            return Token(known, start);
        }

        _position += char.IsSurrogatePair(Peek(), Peek(1)) ? 2 : 1;
        var span = TextSpan.FromBounds(start, _position);
        diagnostics.Report(SyntaxDescriptors.UnexpectedCharacter, Location.Of(text, span), Shown(start));
        return null;
    }

    private static SyntaxKind? PunctuationKind(char first, char second) => (first, second) switch
    {
        ('=', '=') => SyntaxKind.EqualsEqualsToken,
        ('!', '=') => SyntaxKind.BangEqualsToken,
        ('<', '=') => SyntaxKind.LessEqualsToken,
        ('>', '=') => SyntaxKind.GreaterEqualsToken,
        ('&', '&') => SyntaxKind.AmpersandAmpersandToken,
        ('|', '|') => SyntaxKind.PipePipeToken,
        ('<', _) => SyntaxKind.LessToken,
        ('>', _) => SyntaxKind.GreaterToken,
        ('!', _) => SyntaxKind.BangToken,
        ('+', _) => SyntaxKind.PlusToken,
        ('-', _) => SyntaxKind.MinusToken,
        ('*', _) => SyntaxKind.StarToken,
        ('/', _) => SyntaxKind.SlashToken,
        ('%', _) => SyntaxKind.PercentToken,
        ('?', _) => SyntaxKind.QuestionToken,
        (':', _) => SyntaxKind.ColonToken,
        (',', _) => SyntaxKind.CommaToken,
        ('.', _) => SyntaxKind.DotToken,
        ('(', _) => SyntaxKind.OpenParenthesisToken,
        (')', _) => SyntaxKind.CloseParenthesisToken,
        ('[', _) => SyntaxKind.OpenBracketToken,
        (']', _) => SyntaxKind.CloseBracketToken,
        ('{', _) => SyntaxKind.OpenBraceToken,
        ('}', _) => SyntaxKind.CloseBraceToken,
        _ => null,
    };

    private SyntaxToken Token(SyntaxKind kind, int start, object? value = null) =>
        new(kind, TextSpan.FromBounds(start, _position), _content[start.._position], value);
}
