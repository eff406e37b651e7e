using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PolicyEval.Language.Library;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Conformance;

/// <summary>Values as the conformance data writes them, and their comparison by kind, NaN equal to NaN.</summary>
internal static class ConformanceValues
{
    public static CelValue Parse(JsonElement json)
    {
        var property = json.EnumerateObject().Single();
        var value = property.Value;
        return property.Name switch
        {
            "null" => CelValue.Null,
            "bool" => CelValue.Of(value.GetBoolean()),
            "int" => CelValue.Of(long.Parse(value.GetString()!, CultureInfo.InvariantCulture)),
            "uint" => CelValue.Of(ulong.Parse(value.GetString()!, CultureInfo.InvariantCulture)),
            "double" => CelValue.Of(double.Parse(value.GetString()!, CultureInfo.InvariantCulture)),
            "string" => CelValue.Of(value.GetString()!),
            "bytes" => CelValue.Of(Convert.FromBase64String(value.GetString()!)),
            "list" => CelValue.Of(CelList.From([.. value.EnumerateArray().Select(Parse)])),
            "map" => CelMap.From([.. value.EnumerateArray().Select(e => KeyValuePair.Create(Parse(e[0]), Parse(e[1])))]),
            "type" => CelValue.Of(ConformanceTypes.Parse(value.GetString()!)),
            "timestamp" => Call("timestamp", value.GetString()!),
            "duration" => Call("duration", value.GetString()!),
            "error" => CelValue.Error(value[0].GetString()!),
            _ => throw new UnreachableException(property.Name),
        };
    }

    public static bool AreSame(CelValue left, CelValue right)
    {
        if (left.Kind != right.Kind)
            return false;
        return left.Kind switch
        {
            CelKind.Double => left.AsDouble.Equals(right.AsDouble),
            CelKind.List => left.AsList.Count == right.AsList.Count
                && Enumerable.Range(0, left.AsList.Count).All(i => AreSame(left.AsList[i], right.AsList[i])),
            CelKind.Map => left.AsMap.Count == right.AsMap.Count
                && Enumerable.Range(0, left.AsMap.Count).Select(left.AsMap.EntryAt)
                    .All(e => right.AsMap.TryGet(e.Key, out var other) && AreSame(e.Value, other)),
            _ => CelEquality.Equals(left, right).IsTrue,
        };
    }

    private static CelValue Call(string function, string text) =>
        StandardLibrary.Functions.Single(f => f.Name == function)
            .Overloads.Single(o => o.Parameters is [{ Kind: Types.CelTypeKind.String }]).Unary!(CelValue.Of(text));
}
