namespace PolicyEval.Language.Library.Strings;

/// <summary>
/// Finds a text in another one, unit by unit, in time linear in both: .NET's own search is fast and looks at each unit
/// up to as often as the searched text is long, so a long one is searched for by the rule of Knuth, Morris and Pratt.
/// </summary>
internal static class TextSearch
{
    private const int LongFrom = 33;

    /// <summary>Where the part occurs first at an offset (in UTF-16 units) or behind it; -1 for nowhere.</summary>
    public static int First(string text, string part, int from) =>
        part.Length < LongFrom
            ? text.IndexOf(part, from, StringComparison.Ordinal)
            : Scan(text, part, from, text.Length, stopsAtFirst: true);

    /// <summary>Where the part occurs last at an offset (in UTF-16 units) or before it; -1 for nowhere.</summary>
    public static int Last(string text, string part, int upTo)
    {
        var end = (int)Math.Min(text.Length, (long)upTo + part.Length);
        return part.Length < LongFrom
            ? text.AsSpan(0, end).LastIndexOf(part, StringComparison.Ordinal)
            : Scan(text, part, 0, end, stopsAtFirst: false);
    }

    private static int Scan(string text, string part, int from, int end, bool stopsAtFirst)
    {
        var borders = Borders(part);
        var (found, length) = (-1, 0);
        for (var i = from; i < end; i++)
        {
            while (length > 0 && text[i] != part[length])
                length = borders[length - 1];
            if (text[i] == part[length])
                length++;
            if (length < part.Length)
                continue;
            found = i + 1 - length;
            if (stopsAtFirst)
                break;
            length = borders[length - 1];
        }

        return found;
    }

    /// <summary>For each beginning of the part: the length of its longest end that is a beginning of it too.</summary>
    private static int[] Borders(string part)
    {
        var borders = new int[part.Length];
        for (int i = 1, length = 0; i < part.Length; i++)
        {
            while (length > 0 && part[i] != part[length])
                length = borders[length - 1];
            if (part[i] == part[length])
                length++;
            borders[i] = length;
        }

        return borders;
    }
}
