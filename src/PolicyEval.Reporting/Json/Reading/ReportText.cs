using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Diagnostics;

namespace PolicyEval.Reporting.Json.Reading;

/// <summary>The bytes of a report and the name under which diagnostics cite it. Immutable.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Bytes">What it holds.</param>
internal sealed record ReportText(string File, ReadOnlyMemory<byte> Bytes)
{
    // A report nests six levels.
    private const int DepthMax = 32;

    /// <summary>How its parts are read.</summary>
    public static JsonReaderOptions ReaderOptions => new() { MaxDepth = DepthMax };

    private static JsonDocumentOptions DocumentOptions =>
        new() { MaxDepth = DepthMax, AllowDuplicateProperties = false };

    /// <summary>Where the text starts: behind a byte order mark.</summary>
    public int Start => Bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;

    /// <summary>One value of the report, whose elements share its bytes.</summary>
    public JsonDocument Parse(Range range)
    {
        try
        {
            return JsonDocument.Parse(Bytes[range], DocumentOptions);
        }
        catch (JsonException wrong)
        {
            throw SyntaxError(wrong, range.Start.Value);
        }
        catch (InvalidOperationException)
        {
            // So the library calls half a surrogate pair in a name, which it compares with the others.
            throw Error(ReportDescriptors.NotAReport, range.Start.Value, "a name in it must be text in Unicode");
        }
    }

    /// <summary>What is not JSON.</summary>
    /// <param name="wrong">Counts lines from 0 and columns in bytes.</param>
    /// <param name="start">The offset from which it counts.</param>
    public UnreadableReportException SyntaxError(JsonException wrong, int start)
    {
        var bytes = Bytes.Span;
        var offset = start;
        for (var line = wrong.LineNumber ?? 0; line > 0 && bytes[offset..].Contains((byte)'\n'); line--)
            offset += bytes[offset..].IndexOf((byte)'\n') + 1;
        offset = (int)Math.Min(bytes.Length, offset + (wrong.BytePositionInLine ?? 0));
        var why = bytes[offset..].TrimEnd(" \t\r\n"u8).IsEmpty ? "it ends too early" : "the JSON is wrong here";
        return Error(ReportDescriptors.NotAReport, offset, wrong.LineNumber is null ? wrong.Message : why);
    }

    /// <summary>An error about a value of this text.</summary>
    public UnreadableReportException Error(
        DiagnosticDescriptor descriptor, JsonElement element, params string[] arguments)
    {
        Bytes.Span.Overlaps(JsonMarshal.GetRawUtf8Value(element), out var before);
        return Error(descriptor, before, arguments);
    }

    /// <summary>An error about a place of this text.</summary>
    public UnreadableReportException Error(DiagnosticDescriptor descriptor, int offset, params string[] arguments) =>
        new(Diagnostic.Create(descriptor, PlaceOf(offset), arguments));

    private Location PlaceOf(int offset)
    {
        var before = Bytes.Span[..offset];
        var lineStart = Math.Min(offset, Math.Max(before.LastIndexOf((byte)'\n') + 1, Start));
        return Location.At(
            File, 1 + before.Count((byte)'\n'), 1 + Encoding.UTF8.GetCharCount(before[lineStart..]));
    }
}
