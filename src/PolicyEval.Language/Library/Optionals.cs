using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library;

/// <summary>What the functions on optional values do.</summary>
internal static class Optionals
{
    // 0001-01-01T00:00:00Z, the zero of timestamps in cel-go.
    private static readonly CelTimestamp ZeroTime = new(-62_135_596_800, 0);

    public static CelValue None { get; } = CelValue.Of(CelOptional.None);

    public static CelValue Of(CelValue value) => CelValue.Of(CelOptional.Of(value));

    public static CelValue OfNonZero(CelValue value) => IsZero(value) ? None : Of(value);

    public static CelValue HasValue(CelValue optional) => optional.Kind == CelKind.Optional
        ? CelValue.Of(optional.AsOptional.HasValue)
        : CelErrors.NoOverload("hasValue", optional);

    public static CelValue Value(CelValue optional)
    {
        if (optional.Kind != CelKind.Optional)
            return CelErrors.NoOverload("value", optional);
        return optional.AsOptional.HasValue
            ? optional.AsOptional.Value
            : CelValue.Error("optional.none() has no value");
    }

    public static CelValue Or(CelValue optional, CelValue other) =>
        optional.Kind == CelKind.Optional && other.Kind == CelKind.Optional
            ? optional.AsOptional.HasValue ? optional : other
            : CelErrors.NoOverload("or", optional, other);

    public static CelValue OrValue(CelValue optional, CelValue other)
    {
        if (optional.Kind != CelKind.Optional)
            return CelErrors.NoOverload("orValue", optional, other);
        return optional.AsOptional.HasValue ? optional.AsOptional.Value : other;
    }

    public static CelValue First(CelValue list) => list.Kind == CelKind.List
        ? Element(list.AsList, 0)
        : CelErrors.NoOverload("first", list);

    public static CelValue Last(CelValue list) => list.Kind == CelKind.List
        ? Element(list.AsList, list.AsList.Count - 1)
        : CelErrors.NoOverload("last", list);

    public static CelValue Unwrap(CelValue list)
    {
        if (list.Kind != CelKind.List)
            return CelErrors.NoOverload("optional.unwrap", list);

        var values = new List<CelValue>();
        var pending = CelValue.Null;
        for (var i = 0; i < list.AsList.Count; i++)
        {
            var element = list.AsList[i];
            if (element.Kind != CelKind.Optional)
                pending = Strict.Both(pending, CelErrors.NoOverload("optional.unwrap", element));
            else if (element.AsOptional.HasValue)
                values.Add(element.AsOptional.Value);
        }

        return pending.IsValue ? CelValue.Of(CelList.From([.. values])) : pending;
    }

    /// <summary>An element as an optional; one that is unknown stays unknown.</summary>
    private static CelValue Element(CelList list, int index)
    {
        if (index < 0 || index >= list.Count)
            return None;
        return list[index].IsValue ? Of(list[index]) : list[index];
    }

    private static bool IsZero(CelValue value) => value.Kind switch
    {
        CelKind.Null => true,
        CelKind.Bool => !value.AsBool,
        CelKind.Int => value.AsInt == 0,
        CelKind.Uint => value.AsUint == 0,
        CelKind.Double => value.AsDouble == 0,
        CelKind.String => value.AsString.Length == 0,
        CelKind.Bytes => value.AsBytes.Length == 0,
        CelKind.Timestamp => value.AsTimestamp == ZeroTime,
        CelKind.Duration => value.AsDuration.Nanoseconds == 0,
        CelKind.List => value.AsList.Count == 0,
        CelKind.Map => value.AsMap.Count == 0,
        _ => false,
    };
}
