using PolicyEval.Language.Types;

namespace PolicyEval.Language.Tests.Conformance;

/// <summary>Types as the conformance data writes them: <c>map(string, list('T))</c>.</summary>
internal static class ConformanceTypes
{
    public static CelType Parse(string text)
    {
        text = text.Trim();
        if (text.StartsWith('\''))
            return CelType.Parameter(text[1..]);
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var name = open < 0 ? text : text[..open];
        CelType[] arguments = open < 0 ? [] : [.. Split(text[(open + 1)..^1]).Select(Parse)];
        return name switch
        {
            "bool" => CelType.Bool,
            "int" => CelType.Int,
            "uint" => CelType.Uint,
            "double" => CelType.Double,
            "string" => CelType.String,
            "bytes" => CelType.Bytes,
            "null_type" => CelType.Null,
            "dyn" => CelType.Dyn,
            "timestamp" or "google.protobuf.Timestamp" => CelType.Timestamp,
            "duration" or "google.protobuf.Duration" => CelType.Duration,
            "type" => arguments.Length == 0 ? CelType.TypeType : CelType.TypeOf(arguments[0]),
            "list" => CelType.List(arguments.Length == 0 ? CelType.Dyn : arguments[0]),
            "map" => arguments.Length == 0 ? CelType.Map(CelType.Dyn, CelType.Dyn) : CelType.Map(arguments[0], arguments[1]),
            "optional_type" => CelType.Optional(arguments.Length == 0 ? CelType.Dyn : arguments[0]),
            "wrapper" => CelType.Wrapper(arguments[0]),
            _ => CelType.Opaque(name, arguments),
        };
    }

    private static IEnumerable<string> Split(string arguments)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < arguments.Length; i++)
        {
            depth += arguments[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (arguments[i] != ',' || depth != 0)
                continue;
            yield return arguments[start..i];
            start = i + 1;
        }

        yield return arguments[start..];
    }
}
