using System.Globalization;
using System.Text.Json;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Conformance;

/// <summary>Values as the conformance data writes them: an object with the kind as its only key.</summary>
internal static class ConformanceValues
{
    public static CelValue Read(JsonElement element)
    {
        var property = element.EnumerateObject().Single();
        var value = property.Value;
        return property.Name switch
        {
            "null" => CelValue.Null,
            "bool" => CelValue.Of(value.GetBoolean()),
            "int" => CelValue.Of(long.Parse(value.GetString()!, CultureInfo.InvariantCulture)),
            "uint" => CelValue.Of(ulong.Parse(value.GetString()!, CultureInfo.InvariantCulture)),
            "double" => CelValue.Of(double.Parse(value.GetString()!, CultureInfo.InvariantCulture)),
            "string" => CelValue.Of(value.GetString()!),
            "bytes" => CelValue.Of(value.GetBytesFromBase64()),
            "timestamp" => Timestamp(value.GetString()!),
            "duration" => Duration(value.GetString()!),
            "list" => CelValue.Of(CelList.From([.. value.EnumerateArray().Select(Read)])),
            "map" => CelMap.From([.. value.EnumerateArray().Select(Entry)]),
            "type" => CelValue.Of(ConformanceTypes.Parse(value.GetString()!)),
            _ => throw new NotSupportedException(property.Name),
        };
    }

    /// <summary>Whether two values are the same: kind by kind, NaN is NaN, maps in any order.</summary>
    public static bool AreSame(CelValue left, CelValue right) => left.Kind == right.Kind && left.Kind switch
    {
        CelKind.Double => left.AsDouble.Equals(right.AsDouble),
        CelKind.List => left.AsList.Count == right.AsList.Count
            && Enumerable.Range(0, left.AsList.Count).All(i => AreSame(left.AsList[i], right.AsList[i])),
        CelKind.Map => left.AsMap.Count == right.AsMap.Count
            && Entries(left).All(l => Entries(right).Any(r => AreSame(l.Key, r.Key) && AreSame(l.Value, r.Value))),
        CelKind.Error or CelKind.Unknown => false,
        _ => CelEquality.Equals(left, right).IsTrue,
    };

    private static IEnumerable<KeyValuePair<CelValue, CelValue>> Entries(CelValue map) =>
        Enumerable.Range(0, map.AsMap.Count).Select(map.AsMap.EntryAt);

    private static KeyValuePair<CelValue, CelValue> Entry(JsonElement pair) => new(Read(pair[0]), Read(pair[1]));

    private static CelValue Timestamp(string text)
    {
        Assert.True(TimestampText.TryParse(text, out var time, out var error), error);
        return CelValue.Of(time);
    }

    private static CelValue Duration(string text)
    {
        Assert.True(DurationText.TryParse(text, out var duration, out var error), error);
        return CelValue.Of(duration);
    }
}
