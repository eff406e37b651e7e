using System.Globalization;
using System.Text;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary>
/// Reads one string or bytes literal: its four kinds of quotes, its prefixes and its escapes. In a string \x and
/// octal escapes are code points, in bytes they are octets (CEL language definition, "String and Bytes Values").
/// </summary>
internal sealed class StringLiteralReader
{
    private readonly EmbeddedText _text;
    private readonly DiagnosticBag _diagnostics;
    private readonly int _start;
    private readonly bool _isRaw;
    private readonly bool _isBytes;
    private readonly string _quotes;
    private readonly StringBuilder _string = new();
    private readonly List<byte> _bytes = [];

    public StringLiteralReader(EmbeddedText text, DiagnosticBag diagnostics, int start, int prefix)
    {
        _text = text;
        _diagnostics = diagnostics;
        _start = start;
        var letters = Content.AsSpan(start, prefix);
        _isRaw = letters.ContainsAny('r', 'R');
        _isBytes = letters.ContainsAny('b', 'B');
        End = start + prefix;
        var quote = Content[End];
        _quotes = Content.AsSpan(End).StartsWith($"{quote}{quote}{quote}") ? new string(quote, 3) : quote.ToString();
        End += _quotes.Length;
    }

    /// <summary>The offset behind what was read so far.</summary>
    public int End { get; private set; }

    /// <summary>Whether the closing quotes were found.</summary>
    public bool IsClosed { get; private set; }

    private string Content => _text.Content;

    private bool IsTriple => _quotes.Length == 3;

    private bool IsAtEnd => Content.AsSpan(End).StartsWith(_quotes);

    /// <summary>Where a unit of a string literal's value stands in the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="literal">The place of a literal without mistakes.</param>
    /// <param name="offset">The unit of the value; its length for the place of the closing quotes.</param>
    public static int PlaceOf(EmbeddedText text, TextSpan literal, int offset)
    {
        var prefix = text.Content.AsSpan(literal.Start).IndexOfAny('\'', '"');
        var reader = new StringLiteralReader(text, new DiagnosticBag(), literal.Start, prefix);
        while (reader._string.Length < offset && !reader.IsAtEnd)
            reader.ReadUnit();
        return reader.End;
    }

    /// <summary>The value: a string or a byte[].</summary>
    public object Read()
    {
        while (!IsAtEnd)
        {
            if (End == Content.Length || (!IsTriple && (Content[End] is '\r' or '\n')))
            {
                Report(SyntaxDescriptors.UnterminatedString, TextSpan.FromBounds(_start, End), _quotes);
                return Value();
            }

            ReadUnit();
        }

        End += _quotes.Length;
        IsClosed = true;
        return Value();
    }

    private object Value() => _isBytes ? _bytes.ToArray() : _string.ToString();

    private void ReadUnit()
    {
        if (Content[End] == '\\' && !_isRaw)
            ReadEscape();
        else
            ReadPlain();
    }

    private void ReadPlain()
    {
        var length = char.IsHighSurrogate(Content[End]) && End + 1 < Content.Length
            && char.IsLowSurrogate(Content[End + 1]) ? 2 : 1;
        AppendText(Content.AsSpan(End, length));
        End += length;
    }

    private void ReadEscape()
    {
        var letter = End + 1 < Content.Length ? Content[End + 1] : '\0';
        var simple = Simple(letter);
        if (simple >= 0)
        {
            AppendText([(char)simple]);
            End += 2;
            return;
        }

        var (digits, radix) = letter switch
        {
            'x' or 'X' => (2, 16),
            'u' => (4, 16),
            'U' => (8, 16),
            >= '0' and <= '3' => (3, 8),
            _ => (0, 0),
        };
        var from = radix == 8 ? End + 1 : End + 2;
        var value = digits > 0 && !(_isBytes && (letter is 'u' or 'U')) ? Number(from, digits, radix) : -1;
        if (value < 0 || (!IsOctet(letter) && !Rune.IsValid(value)))
        {
            var end = Math.Min(Content.Length, digits > 0 ? DigitsEnd(from, digits, radix) : End + 2);
            Report(SyntaxDescriptors.InvalidEscape, TextSpan.FromBounds(End, end), Content[End..end]);
            End = end;
            return;
        }

        if (_isBytes)
            _bytes.Add((byte)value);
        else
            _string.Append(new Rune(value).ToString());
        End = from + digits;
    }

    private static bool IsOctet(char letter) => letter is 'x' or 'X' or (>= '0' and <= '3');

    private static int Simple(char letter) => letter switch
    {
        'a' => '\a',
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\v',
        '\\' or '?' or '"' or '\'' or '`' => letter,
        _ => -1,
    };

    private int DigitsEnd(int from, int count, int radix)
    {
        var end = from;
        while (end < from + count && end < Content.Length && IsDigit(Content[end], radix))
            end++;
        return end;
    }

    private int Number(int from, int count, int radix)
    {
        if (DigitsEnd(from, count, radix) != from + count)
            return -1;
        var value = 0L;
        foreach (var digit in Content.AsSpan(from, count))
            value = (value * radix) + int.Parse([digit], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return value <= int.MaxValue ? (int)value : -1;
    }

    private static bool IsDigit(char c, int radix) => radix == 8 ? c is >= '0' and <= '7' : char.IsAsciiHexDigit(c);

    private void AppendText(ReadOnlySpan<char> chars)
    {
        if (_isBytes)
            _bytes.AddRange(Encoding.UTF8.GetBytes([.. chars]));
        else
            _string.Append(chars);
    }

    private void Report(DiagnosticDescriptor descriptor, TextSpan span, string argument) =>
        _diagnostics.Report(descriptor, Location.Of(_text, span), argument);
}
