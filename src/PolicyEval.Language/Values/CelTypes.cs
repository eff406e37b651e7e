using System.Diagnostics;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Values;

/// <summary>The types of values at run time, where lists and maps do not tell what they hold.</summary>
public static class CelTypes
{
    private static readonly CelType AnyList = CelType.List(CelType.Dyn);
    private static readonly CelType AnyMap = CelType.Map(CelType.Dyn, CelType.Dyn);
    private static readonly CelType AnyOptional = CelType.Optional(CelType.Dyn);

    /// <summary>The type of a value: what <c>type(value)</c> says. The type of an unknown or an error is dyn.</summary>
    public static CelType Of(CelValue value) => value.Kind switch
    {
        CelKind.Null => CelType.Null,
        CelKind.Bool => CelType.Bool,
        CelKind.Int => CelType.Int,
        CelKind.Uint => CelType.Uint,
        CelKind.Double => CelType.Double,
        CelKind.String => CelType.String,
        CelKind.Bytes => CelType.Bytes,
        CelKind.Timestamp => CelType.Timestamp,
        CelKind.Duration => CelType.Duration,
        CelKind.List => AnyList,
        CelKind.Map => AnyMap,
        CelKind.Type => CelType.TypeType,
        CelKind.Optional => AnyOptional,
        CelKind.Opaque => value.AsOpaque.Type,
        CelKind.Record => value.AsRecord.Type,
        CelKind.Unknown or CelKind.Error => CelType.Dyn,
        _ => throw new UnreachableException(value.Kind.ToString()),
    };

    /// <summary>Whether two types are equal as values: by name, since <c>type([1]) == list</c>.</summary>
    public static bool AreSame(CelType left, CelType right) => left.Kind == right.Kind && left.Name == right.Name;

    /// <summary>
    /// Whether a value may be passed for a parameter of this type, judged by its kind alone: how a call that the
    /// checker did not see, or saw with dyn arguments, chooses its overload.
    /// </summary>
    public static bool Accepts(CelType parameter, CelValue value) => parameter.Kind switch
    {
        CelTypeKind.Dyn or CelTypeKind.Error or CelTypeKind.Parameter => true,
        CelTypeKind.Number => NumberOrder.IsNumber(value.Kind),
        CelTypeKind.Wrapper => value.Kind == CelKind.Null || Accepts(parameter.Arguments[0], value),
        _ => AreSame(parameter, Of(value)),
    };
}
