namespace PolicyEval.Language.Values;

/// <summary>
/// How large a value may grow by evaluation. Concatenation inside a comprehension is the only way in which a small
/// expression makes a huge value (CEL language definition, "Performance"), so each concatenation looks here.
/// </summary>
public static class CelLimits
{
    /// <summary>
    /// About how many bytes the strings, bytes, lists and maps may have together that one evaluation with loops makes.
    /// </summary>
    public const long Space = 64 * 1024 * 1024;

    /// <summary>The longest string, in UTF-16 units.</summary>
    public const int StringLength = 16 * 1024 * 1024;

    /// <summary>The most bytes.</summary>
    public const int BytesLength = 16 * 1024 * 1024;

    /// <summary>The most elements of a list.</summary>
    public const int ListCount = 1_000_000;

    /// <summary>The most pairs of elements that one comparison looks at.</summary>
    public const int MaxComparisons = 1_000_000;
}
