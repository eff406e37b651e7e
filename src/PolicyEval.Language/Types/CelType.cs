using System.Collections.Immutable;

namespace PolicyEval.Language.Types;

/// <summary>A type of CEL. Immutable; equal by structure (records by name).</summary>
public sealed class CelType : IEquatable<CelType>
{
    private CelType(CelTypeKind kind, string name, params ReadOnlySpan<CelType> arguments)
    {
        Kind = kind;
        Name = name;
        Arguments = [.. arguments];
        HasParameters = kind == CelTypeKind.Parameter || Arguments.Any(argument => argument.HasParameters);
    }

    /// <summary>The kind.</summary>
    public CelTypeKind Kind { get; }

    /// <summary>
    /// The name without arguments: <c>list</c>, <c>google.protobuf.Timestamp</c>, <c>aws.iam.user</c>.
    /// </summary>
    public string Name { get; }

    /// <summary>The type arguments: element, or key and value, or the wrapped type.</summary>
    public ImmutableArray<CelType> Arguments { get; }

    /// <summary>Whether it is a type parameter, or one of its arguments holds one.</summary>
    internal bool HasParameters { get; }

    /// <summary>See <see cref="CelTypeKind.Error"/>.</summary>
    public static CelType Error { get; } = new(CelTypeKind.Error, "error");

    /// <summary>See <see cref="CelTypeKind.Dyn"/>.</summary>
    public static CelType Dyn { get; } = new(CelTypeKind.Dyn, "dyn");

    /// <summary>See <see cref="CelTypeKind.Null"/>.</summary>
    public static CelType Null { get; } = new(CelTypeKind.Null, "null_type");

    /// <summary>See <see cref="CelTypeKind.Bool"/>.</summary>
    public static CelType Bool { get; } = new(CelTypeKind.Bool, "bool");

    /// <summary>See <see cref="CelTypeKind.Int"/>.</summary>
    public static CelType Int { get; } = new(CelTypeKind.Int, "int");

    /// <summary>See <see cref="CelTypeKind.Uint"/>.</summary>
    public static CelType Uint { get; } = new(CelTypeKind.Uint, "uint");

    /// <summary>See <see cref="CelTypeKind.Double"/>.</summary>
    public static CelType Double { get; } = new(CelTypeKind.Double, "double");

    /// <summary>See <see cref="CelTypeKind.Number"/>.</summary>
    public static CelType Number { get; } = new(CelTypeKind.Number, "number");

    /// <summary>See <see cref="CelTypeKind.String"/>.</summary>
    public static CelType String { get; } = new(CelTypeKind.String, "string");

    /// <summary>See <see cref="CelTypeKind.Bytes"/>.</summary>
    public static CelType Bytes { get; } = new(CelTypeKind.Bytes, "bytes");

    /// <summary>See <see cref="CelTypeKind.Timestamp"/>.</summary>
    public static CelType Timestamp { get; } = new(CelTypeKind.Timestamp, "google.protobuf.Timestamp");

    /// <summary>See <see cref="CelTypeKind.Duration"/>.</summary>
    public static CelType Duration { get; } = new(CelTypeKind.Duration, "google.protobuf.Duration");

    /// <summary><c>list(element)</c>.</summary>
    public static CelType List(CelType element) => new(CelTypeKind.List, "list", element);

    /// <summary><c>map(key, value)</c>.</summary>
    public static CelType Map(CelType key, CelType value) => new(CelTypeKind.Map, "map", key, value);

    /// <summary><c>type(of)</c>.</summary>
    public static CelType TypeOf(CelType of) => new(CelTypeKind.Type, "type", of);

    /// <summary>The type of types without an argument, as run-time values show it.</summary>
    public static CelType TypeType { get; } = new(CelTypeKind.Type, "type");

    /// <summary><c>optional_type(of)</c>.</summary>
    public static CelType Optional(CelType of) => new(CelTypeKind.Optional, "optional_type", of);

    /// <summary><c>wrapper(of)</c>: a primitive, timestamp or duration that may be null.</summary>
    public static CelType Wrapper(CelType of) => new(CelTypeKind.Wrapper, "wrapper", of);

    /// <summary>A type parameter, such as the A of <c>list(A)</c> in an overload.</summary>
    public static CelType Parameter(string name) => new(CelTypeKind.Parameter, name);

    /// <summary>A named type of the host without fields.</summary>
    public static CelType Opaque(string name, params ReadOnlySpan<CelType> arguments) =>
        new(CelTypeKind.Opaque, name, arguments);

    /// <summary>A record of the host; its fields are in the environment's record symbol of the same name.</summary>
    public static CelType Record(string name) => new(CelTypeKind.Record, name);

    /// <inheritdoc/>
    public bool Equals(CelType? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Kind == other.Kind && Name == other.Name && Arguments.SequenceEqual(other.Arguments));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CelType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Name, Arguments.Length);

    /// <summary>
    /// The type as CEL writes it, short names for timestamp and duration: <c>map(string, list(int))</c>.
    /// </summary>
    public override string ToString()
    {
        var name = Kind switch
        {
            CelTypeKind.Timestamp => "timestamp",
            CelTypeKind.Duration => "duration",
            _ => Name,
        };
        return Arguments.IsEmpty ? name : $"{name}({string.Join(", ", Arguments)})";
    }
}
