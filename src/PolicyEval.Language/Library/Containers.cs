using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library;

/// <summary>What the container functions do.</summary>
public static class Containers
{
    /// <summary><c>container[index]</c> of a list or a map; an optional one gives an optional.</summary>
    public static CelValue Index(CelValue container, CelValue index) => container.Kind switch
    {
        CelKind.List => Element(container.AsList, index) ?? OutOfBounds(container.AsList, index),
        CelKind.Map => Value(container.AsMap, index)
            ?? CelValue.Error($"no such key: {CelFormat.Display(index)}"),
        CelKind.Optional => IndexPresent(container, index),
        _ => CelErrors.NoOverload("_[_]", container, index),
    };

    /// <summary><c>container[?index]</c> of a list or a map, optional or not: none where there is none.</summary>
    public static CelValue IndexPresent(CelValue container, CelValue index)
    {
        if (container.Kind == CelKind.Optional)
        {
            if (!container.AsOptional.HasValue)
                return container;
            container = container.AsOptional.Value;
        }

        var found = container.Kind switch
        {
            CelKind.List => Element(container.AsList, index),
            CelKind.Map => Value(container.AsMap, index),
            _ => CelErrors.NoOverload("_[?_]", container, index),
        };
        if (found is not { } value)
            return CelValue.Of(CelOptional.None);
        return value.IsValue ? CelValue.Of(CelOptional.Of(value)) : value;
    }

    /// <summary><c>element in container</c> of a list or a map.</summary>
    public static CelValue In(CelValue element, CelValue container) => container.Kind switch
    {
        CelKind.List => CelEquality.Contains(container.AsList, element),
        CelKind.Map => CelValue.Of(container.AsMap.TryGet(element, out _)),
        _ => CelErrors.NoOverload("@in", element, container),
    };

    /// <summary><c>size(value)</c> of a string in code points, bytes, a list or a map.</summary>
    public static CelValue Size(CelValue value) => value.Kind switch
    {
        CelKind.String => CelValue.Of((long)CodePoints.Count(value.AsString)),
        CelKind.Bytes => CelValue.Of((long)value.AsBytes.Length),
        CelKind.List => CelValue.Of((long)value.AsList.Count),
        CelKind.Map => CelValue.Of((long)value.AsMap.Count),
        _ => CelErrors.NoOverload("size", value),
    };

    /// <summary>
    /// The element of a list, null where there is none; the index may be any number that is an integer.
    /// </summary>
    private static CelValue? Element(CelList list, CelValue index)
    {
        if (!NumberOrder.IsNumber(index.Kind))
            return CelErrors.NoOverload("_[_]", CelValue.Of(list), index);
        if (!MapKeyComparer.TryAsKey(index, out var exact))
            return CelValue.Error($"invalid index: {CelFormat.Display(index)} is no integer");

        // A uint beyond the range of int is negative as bits, and so out of bounds as well.
        var position = exact.AsInt;
        return position >= 0 && position < list.Count ? list[(int)position] : null;
    }

    private static CelValue OutOfBounds(CelList list, CelValue index) =>
        CelValue.Error($"index out of bounds: {CelFormat.Display(index)} of {list.Count} elements");

    private static CelValue? Value(CelMap map, CelValue key)
    {
        if (map.TryGet(key, out var value))
            return value;
        return key.Kind is CelKind.Double || MapKeyComparer.IsKey(key.Kind)
            ? null
            : CelErrors.NoOverload("_[_]", CelValue.Of(map), key);
    }
}
