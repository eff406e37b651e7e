namespace PolicyEval.Language.Library.RegularExpressions;

/// <summary>The flags of RE2, as <c>(?ims-U)</c> sets them.</summary>
[Flags]
internal enum Re2Flags
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><c>i</c>: letters match in either case.</summary>
    IgnoreCase = 1,

    /// <summary><c>m</c>: <c>^</c> and <c>$</c> also match at line ends.</summary>
    Lines = 2,

    /// <summary><c>s</c>: the dot matches a line end too.</summary>
    DotAll = 4,

    /// <summary><c>U</c>: repetitions are lazy, and greedy with <c>?</c>; no match depends on it.</summary>
    Ungreedy = 8,
}
