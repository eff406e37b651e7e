using System.Collections.Immutable;
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
    ];
}
