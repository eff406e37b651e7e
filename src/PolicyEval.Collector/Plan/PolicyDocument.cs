using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyEval.Collector.Plan;

/// <summary>Writes IAM policies: the JSON policy grammar, version 2012-10-17.</summary>
internal static class PolicyDocument
{
    private static readonly JsonWriterOptions Format = new()
    {
        Indented = true,
        NewLine = "\n",
        // The text goes into a file or a terminal, never into HTML; a plus sign in a role's name stays one.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A policy of these statements, which ends in a line feed.</summary>
    public static string Write(Action<Utf8JsonWriter> writeStatements)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Format))
        {
            writer.WriteStartObject();
            writer.WriteString("Version", "2012-10-17");
            writer.WriteStartArray("Statement");
            writeStatements(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
