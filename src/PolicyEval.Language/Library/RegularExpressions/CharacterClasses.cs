using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;

namespace PolicyEval.Language.Library.RegularExpressions;

/// <summary>The named classes of RE2: Perl's letters, POSIX names, Unicode general categories.</summary>
internal static class CharacterClasses
{
    private static readonly ConcurrentDictionary<string, CodePointSet> Categories = new(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, CodePointSet> Posix = new Dictionary<string, CodePointSet>
    {
        ["alnum"] = CodePointSet.OfRanges(('0', '9'), ('A', 'Z'), ('a', 'z')),
        ["alpha"] = CodePointSet.OfRanges(('A', 'Z'), ('a', 'z')),
        ["ascii"] = CodePointSet.OfRanges((0, 0x7F)),
        ["blank"] = CodePointSet.OfRanges(('\t', '\t'), (' ', ' ')),
        ["cntrl"] = CodePointSet.OfRanges((0, 0x1F), (0x7F, 0x7F)),
        ["digit"] = CodePointSet.OfRanges(('0', '9')),
        ["graph"] = CodePointSet.OfRanges(('!', '~')),
        ["lower"] = CodePointSet.OfRanges(('a', 'z')),
        ["print"] = CodePointSet.OfRanges((' ', '~')),
        ["punct"] = CodePointSet.OfRanges(('!', '/'), (':', '@'), ('[', '`'), ('{', '~')),
        ["space"] = CodePointSet.OfRanges(('\t', '\r'), (' ', ' ')),
        ["upper"] = CodePointSet.OfRanges(('A', 'Z')),
        ["word"] = CodePointSet.OfRanges(('0', '9'), ('A', 'Z'), ('a', 'z'), ('_', '_')),
        ["xdigit"] = CodePointSet.OfRanges(('0', '9'), ('A', 'F'), ('a', 'f')),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Perl's \s has no vertical tab, POSIX's [[:space:]] has one.
    private static readonly CodePointSet PerlSpace = CodePointSet.OfRanges(('\t', '\n'), ('\f', '\r'), (' ', ' '));

    /// <summary>The class of <c>\d</c>, <c>\s</c> or <c>\w</c>, or null.</summary>
    public static CodePointSet? OfPerl(char letter) => letter switch
    {
        'd' => Posix["digit"],
        's' => PerlSpace,
        'w' => Posix["word"],
        _ => null,
    };

    /// <summary>The class of <c>[[:name:]]</c>, or null.</summary>
    public static CodePointSet? OfPosix(string name) => Posix.GetValueOrDefault(name);

    /// <summary>
    /// The class of <c>\p{name}</c>: a general category such as <c>Lu</c>, its first letter such as <c>L</c>, or
    /// <c>Any</c>; null for other names, scripts among them.
    /// </summary>
    public static CodePointSet? OfUnicode(string name)
    {
        if (name == "Any")
            return CodePointSet.All;
        if (!Abbreviations.Values.Any(a => a.StartsWith(name, StringComparison.Ordinal)) || name.Length is < 1 or > 2)
            return null;
        return Categories.GetOrAdd(name, Collect);
    }

    private static CodePointSet Collect(string name)
    {
        var ranges = new List<(int First, int Last)>();
        for (var codePoint = 0; codePoint <= CodePointSet.Last; codePoint++)
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(codePoint);
            if (!Abbreviations.TryGetValue(category, out var abbreviation)
                || !abbreviation.StartsWith(name, StringComparison.Ordinal))
            {
                continue;
            }

            if (ranges.Count > 0 && ranges[^1].Last == codePoint - 1)
                ranges[^1] = (ranges[^1].First, codePoint);
            else
                ranges.Add((codePoint, codePoint));
        }

        return CodePointSet.OfRanges(ranges);
    }

    // RE2 has no class of unassigned code points (Cn).
    private static readonly FrozenDictionary<UnicodeCategory, string> Abbreviations =
        new Dictionary<UnicodeCategory, string>
        {
            [UnicodeCategory.UppercaseLetter] = "Lu",
            [UnicodeCategory.LowercaseLetter] = "Ll",
            [UnicodeCategory.TitlecaseLetter] = "Lt",
            [UnicodeCategory.ModifierLetter] = "Lm",
            [UnicodeCategory.OtherLetter] = "Lo",
            [UnicodeCategory.NonSpacingMark] = "Mn",
            [UnicodeCategory.SpacingCombiningMark] = "Mc",
            [UnicodeCategory.EnclosingMark] = "Me",
            [UnicodeCategory.DecimalDigitNumber] = "Nd",
            [UnicodeCategory.LetterNumber] = "Nl",
            [UnicodeCategory.OtherNumber] = "No",
            [UnicodeCategory.SpaceSeparator] = "Zs",
            [UnicodeCategory.LineSeparator] = "Zl",
            [UnicodeCategory.ParagraphSeparator] = "Zp",
            [UnicodeCategory.Control] = "Cc",
            [UnicodeCategory.Format] = "Cf",
            [UnicodeCategory.Surrogate] = "Cs",
            [UnicodeCategory.PrivateUse] = "Co",
            [UnicodeCategory.ConnectorPunctuation] = "Pc",
            [UnicodeCategory.DashPunctuation] = "Pd",
            [UnicodeCategory.OpenPunctuation] = "Ps",
            [UnicodeCategory.ClosePunctuation] = "Pe",
            [UnicodeCategory.InitialQuotePunctuation] = "Pi",
            [UnicodeCategory.FinalQuotePunctuation] = "Pf",
            [UnicodeCategory.OtherPunctuation] = "Po",
            [UnicodeCategory.MathSymbol] = "Sm",
            [UnicodeCategory.CurrencySymbol] = "Sc",
            [UnicodeCategory.ModifierSymbol] = "Sk",
            [UnicodeCategory.OtherSymbol] = "So",
        }.ToFrozenDictionary();
}
