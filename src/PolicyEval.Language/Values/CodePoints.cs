namespace PolicyEval.Language.Values;

/// <summary>
/// Strings as sequences of code points over well-formed UTF-16. A string without surrogates, which is nearly every
/// string of the evidence, is counted and compared without a loop over its characters.
/// </summary>
public static class CodePoints
{
    /// <summary>The number of code points.</summary>
    public static int Count(string text)
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

    private static bool HasSurrogates(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');
}
