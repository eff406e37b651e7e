using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Trees;

namespace PolicyEval.Snapshots.Packs;

/// <summary>
/// Writes <c>pack.json</c>: UTF-8 without byte order mark, LF, two spaces, properties in this order. The same document
/// gives the same bytes.
/// </summary>
internal static class PackDocumentWriter
{
    public static byte[] Write(PackDocument document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, DocumentLayout.Options))
        {
            json.WriteStartObject();
            json.WriteString("format", PackDocument.Format);
            json.WriteString("producer", document.Producer);
            json.WriteBoolean("tree", document.IsOfTree);
            Write(json, "snapshots", document.Snapshots);
            Write(json, "organizations", document.Organizations);
            WriteLeftOut(json, document.LeftOut);
            json.WriteStartArray("files");
            foreach (var file in document.Files)
            {
                json.WriteStartObject();
                json.WriteString("kind", PackWords.Of(file.Kind));
                json.WriteString("name", file.Name);
                json.WriteString("path", file.Path);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteLeftOut(Utf8JsonWriter json, ImmutableArray<LeftOutSnapshot> leftOut)
    {
        json.WriteStartArray("leftOut");
        foreach (var left in leftOut)
        {
            json.WriteStartObject();
            json.WriteString("place", left.Place);
            json.WriteString("account", left.Account);
            if (left.Time is { } time)
                json.WriteString("time", Timestamps.Text(time));
            json.WriteString("reason", PackWords.Of(left.Reason));
            json.WriteString("for", left.For);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<PackedSnapshot> snapshots)
    {
        json.WriteStartArray(name);
        foreach (var snapshot in snapshots)
        {
            json.WriteStartObject();
            json.WriteString("name", snapshot.Name);
            json.WriteString("form", PackWords.Of(snapshot.Form));
            json.WriteString("path", snapshot.Path);
            json.WriteString("digest", snapshot.Digest);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
