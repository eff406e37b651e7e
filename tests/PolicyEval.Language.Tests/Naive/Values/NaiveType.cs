namespace PolicyEval.Language.Tests.Naive.Values;

/// <summary>A type as a value.</summary>
internal sealed record NaiveType(string Name)
{
    /// <summary>The type of a value.</summary>
    public static NaiveType Of(object value) => new(value switch
    {
        NaiveNull => "null_type",
        bool => "bool",
        long => "int",
        ulong => "uint",
        double => "double",
        NaiveText => "string",
        byte[] => "bytes",
        NaiveTime => "google.protobuf.Timestamp",
        NaiveSpan => "google.protobuf.Duration",
        object[] => "list",
        NaiveMap => "map",
        NaiveType => "type",
        NaiveOptional => "optional_type",
        NaiveAddress => "net.IP",
        NaiveRange => "net.CIDR",
        NaiveRow row => row.TypeName,
        _ => throw new ArgumentException($"no value: {value}"),
    });
}
