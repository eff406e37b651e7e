using System.Collections.Frozen;
using PolicyEval.Language.Library;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>The types that CEL names, as values of <c>type</c> (CEL language definition, "Types").</summary>
internal static class TypeNames
{
    private static readonly FrozenDictionary<string, CelType> Types =
        StandardLibrary.Types.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All names.</summary>
    public static IEnumerable<string> All => StandardLibrary.Types.Select(t => t.Key);

    /// <summary>The type of a full name, or null.</summary>
    public static CelType? Find(string name) => Types.GetValueOrDefault(name);
}
