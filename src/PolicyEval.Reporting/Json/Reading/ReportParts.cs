using System.Text.Json;

namespace PolicyEval.Reporting.Json.Reading;

/// <summary>The properties of a report, each parsed when it is asked for; the findings one by one.</summary>
internal sealed class ReportParts(ReportText text, ReportIndex index) : IDisposable
{
    private readonly List<JsonDocument> _open = [];

    /// <summary>Whether there is such a property: one that earlier versions of the format did not have.</summary>
    public bool Has(string name) => index.Has(name);

    public string String(string name) => JsonPart.StringOf(text, Open(name), name);

    public JsonPart Part(string name) => JsonPart.Of(text, Open(name), name);

    public JsonPart? PartOrNull(string name) =>
        Open(name) is { ValueKind: not JsonValueKind.Null } value ? JsonPart.Of(text, value, name) : null;

    public IEnumerable<JsonPart> Parts(string name) => Open(name) is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray().Select(item => JsonPart.Of(text, item, name))
        : throw JsonPart.Wrong(text, Open(name), name, "a list");

    /// <summary>Hands over every item of a list while none of the others is in memory.</summary>
    /// <param name="name">The property.</param>
    /// <param name="take">Takes an item, which is gone when it returns.</param>
    public void Stream(string name, Action<JsonPart> take)
    {
        var range = index[name];
        var start = range.Start.Value;
        var reader = new Utf8JsonReader(text.Bytes.Span[range], ReportText.ReaderOptions);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
            throw JsonPart.Wrong(text, Open(name), name, "a list");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var first = start + (int)reader.TokenStartIndex;
            reader.Skip();
            using var item = text.Parse(first..(start + (int)reader.BytesConsumed));
            take(JsonPart.Of(text, item.RootElement, name));
        }
    }

    public void Dispose()
    {
        foreach (var document in _open)
            document.Dispose();
    }

    private JsonElement Open(string name)
    {
        var document = text.Parse(index[name]);
        _open.Add(document);
        return document.RootElement;
    }
}
