using System.Text;
using System.Text.Json;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// Reads a JSON text (RFC 8259) into values. A name that stands twice is refused: readers differ on it.
/// </summary>
internal static class JsonTree
{
    // An answer that holds it stays within what the evaluator reads.
    private const int Depth = 32;

    /// <summary>The value.</summary>
    /// <exception cref="JsonException">It is no JSON, or nested too deep, or a name stands twice.</exception>
    public static AnswerItem Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Depth });
        var open = new Stack<AnswerItem>();
        AnswerItem? root = null;
        var name = "";
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = (reader.ValueIsEscaped ? null : FieldNames.Find(reader.ValueSpan)) ?? TextOf(ref reader);
                if (open.Peek().Find(name) is not null)
                    throw new JsonException($"'{name}' stands twice");
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                open.Pop();
                continue;
            }

            var item = ItemOf(ref reader);
            root ??= item;
            if (open.TryPeek(out var parent))
                Add(parent, name, item);
            if (item.Kind is AnswerItemKind.List or AnswerItemKind.Structure)
                open.Push(item);
        }

        return root ?? throw new JsonException("there is no value");
    }

    private static void Add(AnswerItem parent, string name, AnswerItem item)
    {
        if (parent.Kind == AnswerItemKind.List)
            parent.Items.Add(item);
        else
            parent.Properties.Add(new(name, item));
    }

    private static AnswerItem ItemOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => AnswerItem.Structure(),
        JsonTokenType.StartArray => AnswerItem.List(),
        JsonTokenType.String => AnswerItem.String(TextOf(ref reader)),
        _ => AnswerItem.Literal(Encoding.UTF8.GetString(reader.ValueSpan)),
    };

    private static string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("half a surrogate pair is no text", exception);
        }
    }
}
