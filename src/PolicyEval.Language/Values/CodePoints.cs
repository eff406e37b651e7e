namespace PolicyEval.Language.Values;

/// <summary>
/// Strings as sequences of code points over well-formed UTF-16. A string without surrogates, which is nearly every
/// string of the evidence, is counted and compared without a loop over its characters.
/// </summary>
public static class CodePoints
{
    /// <summary>The number of code points.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        if (!HasSurrogates(text))
            return text.Length;

        var count = 0;
        foreach (var unit in text)
        {
            if (!char.IsLowSurrogate(unit))
                count++;
        }

        return count;
    }

    /// <summary>
    /// Orders by code point. The order of UTF-16 units is another one: U+FFFD sorts behind U+1F600 by unit and before
    /// it by code point.
    /// </summary>
    public static int Compare(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
            return left.Length.CompareTo(right.Length);

        var (a, b) = (left[common], right[common]);
        if (char.IsSurrogate(a) != char.IsSurrogate(b))
            return char.IsSurrogate(a) ? 1 : -1;
        return a.CompareTo(b);
    }

    /// <summary>
    /// Where a code point begins, in UTF-16 units; the length for the place behind the last one, -1 out of range.
    /// </summary>
    public static int OffsetOf(string text, long index)
    {
        if (index < 0 || index > text.Length)
            return -1;
        if (!HasSurrogates(text))
            return (int)index;

        var offset = 0;
        for (var left = index; left > 0; left--)
        {
            if (offset == text.Length)
                return -1;
            offset += char.IsHighSurrogate(text[offset]) ? 2 : 1;
        }

        return offset;
    }

    private static bool HasSurrogates(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\uD800', '\uDFFF');
}
