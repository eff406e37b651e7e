using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyEval.Reporting.Json;

/// <summary>How all JSON that is written here looks, so that one diff tool reads all of it.</summary>
internal static class JsonLayout
{
    /// <summary>Two spaces, LF, and only those characters escaped that JSON wants escaped.</summary>
    public static JsonWriterOptions Options { get; } = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// One line in ASCII, for files with a document in each line: whatever splits them finds no other end.
    /// </summary>
    public static JsonWriterOptions Line { get; } = new() { Encoder = JavaScriptEncoder.Default };
}
