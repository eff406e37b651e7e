using System.Globalization;

namespace PolicyEval.Language.Library.RegularExpressions;

/// <summary>Escapes and bracketed classes.</summary>
internal sealed partial class Re2Parser
{
    private Re2Node ParseEscape(int start)
    {
        if (AtEnd)
            return Fail("trailing backslash", start);

        var letter = _pattern[_position];
        Re2Place? place = letter switch
        {
            'A' => Re2Place.TextStart,
            'z' => Re2Place.TextEnd,
            'b' => Re2Place.WordBoundary,
            'B' => Re2Place.NoWordBoundary,
            _ => null,
        };
        if (place is { } kind)
        {
            _position++;
            return new Re2Node.Place(kind);
        }

        return Literal(ParseNamedClass(start) ?? CodePointSet.Of(ParseEscapedCodePoint(start)));
    }

    /// <summary>Behind a backslash: <c>d D s S w W</c>, or <c>p P</c> with a name; null for anything else.</summary>
    private CodePointSet? ParseNamedClass(int start)
    {
        if (AtEnd)
            return null;
        var letter = _pattern[_position];
        if (CharacterClasses.OfPerl(char.ToLowerInvariant(letter)) is { } perl)
        {
            _position++;
            return Signed(perl, char.IsUpper(letter));
        }

        return letter is 'p' or 'P' ? ParseUnicodeClass(start) : null;
    }

    private CodePointSet ParseUnicodeClass(int start)
    {
        var isNegative = _pattern[_position++] == 'P';
        string name;
        if (Take('{'))
        {
            var end = _pattern.IndexOf('}', _position);
            name = end < 0 ? "" : _pattern[_position..end];
            _position = end < 0 ? _pattern.Length : end + 1;
        }
        else
        {
            name = AtEnd ? "" : _pattern[_position++].ToString();
        }

        if (name.StartsWith('^'))
            (isNegative, name) = (!isNegative, name[1..]);
        if (CharacterClasses.OfUnicode(name) is { } set)
            return Signed(set, isNegative);
        Fail($"unknown Unicode class {name}: general categories such as L or Lu are known, scripts are not", start);
        return CodePointSet.All;
    }

    /// <summary>Behind a backslash: a code point by letter or number, or punctuation that stands for itself.</summary>
    private int ParseEscapedCodePoint(int start)
    {
        if (AtEnd)
            return FailedCodePoint("trailing backslash", start);

        var unit = _pattern[_position];
        var isOctal = IsOctal(unit) && _position + 1 < _pattern.Length && IsOctal(_pattern[_position + 1]);
        if (unit is >= '1' and <= '9' && !isOctal)
            return FailedCodePoint("back-references are not supported", start);
        if (IsOctal(unit))
            return ParseOctal();

        _position++;
        return unit switch
        {
            'a' => '\a',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            'x' => ParseHexadecimal(start),
            _ when char.IsAscii(unit) && !char.IsAsciiLetterOrDigit(unit) => unit,
            _ => FailedCodePoint($@"unknown escape \{unit}", start),
        };
    }

    private int ParseOctal()
    {
        var value = 0;
        for (var digits = 0; digits < 3 && !AtEnd && IsOctal(_pattern[_position]); digits++)
            value = (value * 8) + (_pattern[_position++] - '0');
        return value;
    }

    private int ParseHexadecimal(int start)
    {
        ReadOnlySpan<char> digits;
        if (Take('{'))
        {
            var end = _pattern.IndexOf('}', _position);
            digits = end < 0 ? [] : _pattern.AsSpan(_position, end - _position);
            _position = end < 0 ? _pattern.Length : end + 1;
        }
        else
        {
            digits = _pattern.AsSpan(_position, Math.Min(2, _pattern.Length - _position));
            digits = digits.Length == 2 ? digits : [];
            _position += digits.Length;
        }

        return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            && value is >= 0 and <= CodePointSet.Last && digits[^1] != '\0'
                ? value
                : FailedCodePoint(@"\x takes two hexadecimal digits, or a code point in braces", start);
    }

    private static bool IsOctal(char unit) => unit is >= '0' and <= '7';

    private int FailedCodePoint(string message, int offset)
    {
        Fail(message, offset);
        return 0;
    }

    /// <summary>Behind an opening bracket.</summary>
    private CodePointSet ParseClass(int start)
    {
        var isNegative = Take('^');
        var ranges = new List<(int First, int Last)>();
        for (var isFirst = true; isFirst || !At(']'); isFirst = false)
        {
            if (AtEnd)
                Fail("missing ]", start);
            if (Error is not null)
                return CodePointSet.All;
            ParseClassItem(ranges);
        }

        _position++;
        return Signed(CodePointSet.OfRanges(ranges), isNegative);
    }

    /// <summary>
    /// A set or its complement. Folding comes before the complement: <c>(?i)[^k]</c> excludes K and the Kelvin sign.
    /// </summary>
    private CodePointSet Signed(CodePointSet set, bool isNegative)
    {
        if (_flags.HasFlag(Re2Flags.IgnoreCase))
            set = CaseFolding.Fold(set);
        return isNegative ? set.Complement() : set;
    }

    private void ParseClassItem(List<(int First, int Last)> ranges)
    {
        var start = _position;
        if (Take("[:"))
        {
            if (ParsePosixClass(start) is { } posix)
            {
                ranges.AddRange(posix.Ranges);
                return;
            }
        }
        else if (_position + 1 < _pattern.Length && At('\\'))
        {
            _position++;
            if (ParseNamedClass(start) is { } named)
            {
                ranges.AddRange(named.Ranges);
                return;
            }

            _position = start;
        }

        var first = ParseClassCodePoint();
        var last = first;
        if (_position + 1 < _pattern.Length && At('-') && _pattern[_position + 1] != ']')
        {
            _position++;
            last = ParseClassCodePoint();
        }

        if (last < first)
            Fail("range in wrong order", start);
        else
            ranges.Add((first, last));
    }

    /// <summary>Behind <c>[:</c>; null, and back at the bracket, where no <c>:]</c> follows.</summary>
    private CodePointSet? ParsePosixClass(int start)
    {
        var end = _pattern.IndexOf(":]", _position, StringComparison.Ordinal);
        if (end < 0)
        {
            _position = start;
            return null;
        }

        var name = _pattern[_position..end];
        _position = end + 2;
        var isNegative = name.StartsWith('^');
        if (CharacterClasses.OfPosix(isNegative ? name[1..] : name) is { } set)
            return Signed(set, isNegative);
        Fail($"unknown class [:{name}:]", start);
        return CodePointSet.All;
    }

    private int ParseClassCodePoint()
    {
        var start = _position;
        return Take('\\') ? ParseEscapedCodePoint(start) : Next();
    }
}
