namespace PolicyEval.Language.Library.RegularExpressions;

/// <summary>A place in a text that a pattern may ask for.</summary>
internal enum Re2Place
{
    /// <summary><c>\A</c>, and <c>^</c> without the flag m.</summary>
    TextStart,

    /// <summary><c>\z</c>, and <c>$</c> without the flag m.</summary>
    TextEnd,

    /// <summary><c>^</c> with the flag m.</summary>
    LineStart,

    /// <summary><c>$</c> with the flag m.</summary>
    LineEnd,

    /// <summary><c>\b</c>: between an ASCII word character and something else.</summary>
    WordBoundary,

    /// <summary><c>\B</c>.</summary>
    NoWordBoundary,
}
