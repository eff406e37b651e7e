using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Language.Symbols;

namespace PolicyEval.Language.Library.Strings;

/// <summary>Reads a format (cel-spec doc/extensions/strings.md, "Format").</summary>
internal static class FormatParser
{
    /// <summary>The most digits behind the point.</summary>
    private const int PrecisionMax = 1000;

    /// <summary>The parts in order up to the first mistake.</summary>
    public static (ImmutableArray<FormatPart> Parts, ArgumentFault? Fault) Parse(string format)
    {
        var parts = ImmutableArray.CreateBuilder<FormatPart>();
        var position = 0;
        while (position < format.Length)
        {
            var percent = format.IndexOf('%', position);
            if (percent < 0)
                percent = format.Length;
            if (percent > position)
                parts.Add(new FormatPart(format[position..percent]));
            position = percent;
            if (position < format.Length && ParseClause(format, ref position, parts) is { } fault)
                return (parts.ToImmutable(), fault);
        }

        return (parts.ToImmutable(), null);
    }

    private static ArgumentFault? ParseClause(
        string format, ref int position, ImmutableArray<FormatPart>.Builder parts)
    {
        var start = position++;
        if (position < format.Length && format[position] == '%')
        {
            position++;
            parts.Add(new FormatPart("%"));
            return null;
        }

        int? precision = null;
        if (position < format.Length && format[position] == '.')
        {
            var digits = position + 1;
            for (position = digits; position < format.Length && char.IsAsciiDigit(format[position]);)
                position++;
            var number = format.AsSpan(digits, position - digits);
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n > PrecisionMax)
            {
                return new ArgumentFault($"a precision is a number up to {PrecisionMax}", start);
            }

            precision = n;
        }

        if (position == format.Length)
            return new ArgumentFault("the clause ends behind %: %% stands for a percent sign", start);
        var verb = format[position++];
        if (verb is not ('s' or 'd' or 'f' or 'e' or 'b' or 'o' or 'x' or 'X'))
            return new ArgumentFault($"unrecognized formatting clause '{verb}': known are s d f e b o x X", start);
        if (precision is not null && verb is not ('f' or 'e'))
            return new ArgumentFault($"%{verb} takes no precision", start);
        parts.Add(new FormatPart("", verb, precision ?? 6));
        return null;
    }
}
