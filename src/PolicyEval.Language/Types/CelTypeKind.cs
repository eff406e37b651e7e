namespace PolicyEval.Language.Types;

/// <summary>The kinds of CEL types (CEL language definition, "Values" and "Type checking").</summary>
public enum CelTypeKind
{
    /// <summary>
    /// The type of what was already reported; assignable to and from everything, so that one mistake is one message.
    /// </summary>
    Error,

    /// <summary>A value whose type is known at run time only.</summary>
    Dyn,

    /// <summary><c>null_type</c>.</summary>
    Null,

    /// <summary><c>bool</c>.</summary>
    Bool,

    /// <summary><c>int</c>, 64 bits.</summary>
    Int,

    /// <summary><c>uint</c>, 64 bits.</summary>
    Uint,

    /// <summary><c>double</c>, IEEE 754.</summary>
    Double,

    /// <summary>An int, uint or double: only ever a parameter of an overload that takes any number.</summary>
    Number,

    /// <summary><c>string</c>, a sequence of code points.</summary>
    String,

    /// <summary><c>bytes</c>.</summary>
    Bytes,

    /// <summary><c>google.protobuf.Timestamp</c>.</summary>
    Timestamp,

    /// <summary><c>google.protobuf.Duration</c>.</summary>
    Duration,

    /// <summary><c>list(T)</c>.</summary>
    List,

    /// <summary><c>map(K, V)</c>.</summary>
    Map,

    /// <summary><c>type(T)</c>.</summary>
    Type,

    /// <summary><c>optional_type(T)</c>.</summary>
    Optional,

    /// <summary><c>wrapper(T)</c>: T or null.</summary>
    Wrapper,

    /// <summary>A type parameter of an overload, or an inference variable.</summary>
    Parameter,

    /// <summary>A named type of the host with parameters and no fields.</summary>
    Opaque,

    /// <summary>A record of the host: named, with typed fields in slots.</summary>
    Record,
}
