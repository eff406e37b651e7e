using System.Collections.Immutable;
using PolicyEval.Language.Library.Encoders;
using PolicyEval.Language.Library.Lists;
using PolicyEval.Language.Library.Network;
using PolicyEval.Language.Library.Numbers;
using PolicyEval.Language.Library.RegularExpressions;
using PolicyEval.Language.Library.Sets;
using PolicyEval.Language.Library.Strings;
using PolicyEval.Language.Symbols;

namespace PolicyEval.Language.Library;

/// <summary>The door of the folder: every library that the language comes with.</summary>
public static class CelLibraries
{
    /// <summary>All of them, the standard library first.</summary>
    public static ImmutableArray<CelLibrary> All { get; } =
    [
        StandardLibrary.Instance,
        OptionalFunctions.Instance,
        StringsLibrary.Instance,
        MathLibrary.Instance,
        EncodersLibrary.Instance,
        SetsLibrary.Instance,
        ListsLibrary.Instance,
        RegexLibrary.Instance,
        NetworkLibrary.Instance,
    ];
}
