namespace PolicyEval.Snapshots.Calls;

/// <summary>How the text or the children of an element are written as JSON.</summary>
public enum ShapeKind
{
    /// <summary>As a string, base64 included.</summary>
    Text,

    /// <summary>As a number.</summary>
    Integer,

    /// <summary>As <c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>As a string in ISO 8601 with the offset, as the AWS CLI prints it.</summary>
    Timestamp,

    /// <summary>A URL-encoded JSON text: as the value it holds.</summary>
    Policy,

    /// <summary>Children called <c>member</c>: as an array.</summary>
    List,

    /// <summary>Children called <c>entry</c>, each with <c>key</c> and <c>value</c>: as an object.</summary>
    Map,

    /// <summary>Children by name: as an object.</summary>
    Structure,
}
