using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>How the documents of bags are laid out: the same document gives the same bytes.</summary>
internal static class DocumentLayout
{
    /// <summary>LF, two spaces, and no escape that JSON does not need.</summary>
    public static JsonWriterOptions Options { get; } = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
