using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Overrides;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Testing;
using PolicyEval.Evaluation.Waivers;

namespace PolicyEval.Evaluation.Schemas;

/// <summary>
/// The JSON Schema of all documents that authors write, for editors. It is written from the forms that the readers go
/// by; <c>policies/schemas/policy.schema.json</c> is this text. The door of this folder.
/// </summary>
public static class DocumentSchema
{
    // Draft 7 is what every YAML editor reads: yaml-language-server took later drafts from its version 1.20 only.
    private const string Draft = "http://json-schema.org/draft-07/schema#";

    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The kinds of documents.</summary>
    internal static ImmutableArray<DocumentForm> Kinds { get; } =
        [PolicyForm.Document, FrameworkForm.Document, WaiverForm.Document, SettingsForm.Document, TestForm.Document];

    /// <summary>The schema: UTF-8 without a byte order mark, LF, one line end at the end.</summary>
    public static string Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Layout))
            Write(json);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("$schema", Draft);
        json.WriteString("title", "PolicyEval documents");
        json.WriteString("description", string.Join(' ', Kinds.Select(kind => kind.Documentation)));
        json.WriteString("type", "object");
        json.WriteStartArray("oneOf");
        foreach (var kind in Kinds)
        {
            json.WriteStartObject();
            json.WriteString("$ref", "#/definitions/" + kind.Kind);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("definitions");
        foreach (var kind in Kinds)
        {
            json.WritePropertyName(kind.Kind);
            FormWriter.Write(json, kind.Whole, kind.Documentation);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
