using System.Text;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// The names of fields of answers, of policies in them and of the log, which stand there again and again.
/// </summary>
internal static class FieldNames
{
    private const int LengthMax = 64;

    private static readonly string[] OfXml =
        ["member", "entry", "key", "value", "ResponseMetadata", "RequestId", "IsTruncated", "Marker"];

    private static readonly string[] OfPolicies =
        ["Version", "Statement", "Sid", "Effect", "Principal", "AWS", "Service", "Federated", "Action", "Resource"];

    private static readonly string[] OfLog =
    [
        "sequence", "operation", "parameters", "UserName", "endpoint", "region", "attempt", "isLast", "sentAt",
        "httpStatus", "requestId", "respondedAt", "mediaType", "bytes", "sha256", "file", "redactions", "path",
        "reason", "error", "code", "message",
    ];

    private static readonly HashSet<string> Known = new(
        ApiOperations.All.SelectMany(operation => NamesIn(ResponseShapes.Of(operation))
            .Append($"{operation.Action}Response").Append($"{operation.Action}Result"))
        .Concat(OfXml).Concat(OfPolicies).Concat(OfLog),
        StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A name as a text: for one that is known, always the same.</summary>
    public static string Of(ReadOnlySpan<byte> name) => Find(name) ?? Encoding.UTF8.GetString(name);

    /// <summary>The name that these bytes are, if it is known; else null.</summary>
    public static string? Find(ReadOnlySpan<byte> name)
    {
        Span<char> letters = stackalloc char[LengthMax];
        return name.Length <= LengthMax
            && Encoding.UTF8.TryGetChars(name, letters, out var length)
            && Lookup.TryGetValue(letters[..length], out var known)
            ? known
            : null;
    }

    private static IEnumerable<string> NamesIn(Shape shape) =>
        shape.Members.SelectMany(member => NamesIn(member.Shape).Append(member.Name))
            .Concat(shape.Element is { } element ? NamesIn(element) : []);
}
