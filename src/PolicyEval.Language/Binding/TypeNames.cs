using System.Collections.Frozen;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>The types that CEL names, as values of <c>type</c> (CEL language definition, "Types").</summary>
internal static class TypeNames
{
    private static readonly FrozenDictionary<string, CelType> Types = new[]
    {
        CelType.Bool, CelType.Int, CelType.Uint, CelType.Double, CelType.String, CelType.Bytes, CelType.Null,
        CelType.List(CelType.Dyn), CelType.Map(CelType.Dyn, CelType.Dyn), CelType.Optional(CelType.Dyn),
        CelType.TypeType, CelType.Timestamp, CelType.Duration,
    }.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);

    /// <summary>All names.</summary>
    public static IEnumerable<string> All => Types.Keys.Order(StringComparer.Ordinal);

    /// <summary>The type of a full name, or null.</summary>
    public static CelType? Find(string name) => Types.GetValueOrDefault(name);
}
