using System.Text.Json;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// Finds the strings of a JSON body by their offsets. A body that is cut or broken gives those up to there.
/// </summary>
internal static class JsonFields
{
    private const int Depth = 256;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static List<BodyField> Find(ReadOnlySpan<byte> json)
    {
        var fields = new List<BodyField>();
        var open = new Stack<(BodyNode Node, bool IsList)>();
        var name = "";
        if (json.StartsWith(ByteOrderMark))
            json = (byte[])[.. "   "u8, .. json[ByteOrderMark.Length..]];
        // Not the final block: what is cut then has no error of its own.
        var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(new() { MaxDepth = Depth }));
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        name = reader.GetString()!;
                        break;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push((NodeOf(open, name), reader.TokenType == JsonTokenType.StartArray));
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        open.Pop();
                        break;
                    default:
                        var node = NodeOf(open, name);
                        var start = (int)reader.TokenStartIndex + 1;
                        if (reader.TokenType == JsonTokenType.String)
                            fields.Add(new BodyField(node, start, start + reader.ValueSpan.Length));
                        break;
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Broken from here on, or a name that is no text: what looks like a secret is found all the same.
            return fields;
        }

        return fields;
    }

    /// <summary>The elements of a list are called what the list is called, so that they are numbered.</summary>
    private static BodyNode NodeOf(Stack<(BodyNode Node, bool IsList)> open, string name)
    {
        if (!open.TryPeek(out var parent))
            return new BodyNode("", null);
        return new BodyNode(parent.IsList ? "member" : name, parent.Node);
    }
}
