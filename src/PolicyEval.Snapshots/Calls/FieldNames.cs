using System.Text;

namespace PolicyEval.Snapshots.Calls;

/// <summary>The names of fields that answers are made of, which they name again and again.</summary>
internal static class FieldNames
{
    private const int LengthMax = 64;

    private static readonly HashSet<string> Known = new(
        ApiOperations.All.SelectMany(operation => NamesIn(ResponseShapes.Of(operation))
            .Append($"{operation.Action}Response").Append($"{operation.Action}Result"))
        .Concat(["member", "entry", "key", "value", "ResponseMetadata", "RequestId", "IsTruncated", "Marker"]),
        StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A name as a text: for one that is known, always the same.</summary>
    public static string Of(ReadOnlySpan<byte> name)
    {
        Span<char> letters = stackalloc char[LengthMax];
        return name.Length <= LengthMax
            && Encoding.UTF8.TryGetChars(name, letters, out var length)
            && Lookup.TryGetValue(letters[..length], out var known)
            ? known
            : Encoding.UTF8.GetString(name);
    }

    private static IEnumerable<string> NamesIn(Shape shape) =>
        shape.Members.SelectMany(member => NamesIn(member.Shape).Append(member.Name))
            .Concat(shape.Element is { } element ? NamesIn(element) : []);
}
