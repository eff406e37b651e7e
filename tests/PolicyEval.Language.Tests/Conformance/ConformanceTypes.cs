using PolicyEval.Language.Types;

namespace PolicyEval.Language.Tests.Conformance;

/// <summary>Types as the conformance data writes them: <c>map(string, list('A))</c>.</summary>
internal static class ConformanceTypes
{
    public static CelType Parse(string text)
    {
        var position = 0;
        var type = Parse(text, ref position);
        Assert.Equal(text.Length, position);
        return type;
    }

    private static CelType Parse(string text, ref int position)
    {
        var end = text.AsSpan(position).IndexOfAny("(),");
        var name = end < 0 ? text[position..] : text.Substring(position, end);
        position += name.Length;
        var arguments = new List<CelType>();
        if (position < text.Length && text[position] == '(')
        {
            do
            {
                position++;
                while (text[position] == ' ')
                    position++;
                arguments.Add(Parse(text, ref position));
            }
            while (text[position] == ',');
            position++;
        }

        return Named(name, [.. arguments]);
    }

    private static CelType Named(string name, CelType[] arguments) => name switch
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
        "list" => CelType.List(arguments.Length == 0 ? CelType.Dyn : arguments[0]),
        "map" when arguments.Length == 0 => CelType.Map(CelType.Dyn, CelType.Dyn),
        "map" => CelType.Map(arguments[0], arguments[1]),
        "type" => arguments.Length == 0 ? CelType.TypeType : CelType.TypeOf(arguments[0]),
        "optional_type" => CelType.Optional(arguments.Length == 0 ? CelType.Dyn : arguments[0]),
        "wrapper" => CelType.Wrapper(arguments[0]),
        _ when name.StartsWith('\'') => CelType.Parameter(name[1..]),
        _ => CelType.Opaque(name, arguments),
    };
}
