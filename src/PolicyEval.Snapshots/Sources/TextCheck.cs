using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Sources;

/// <summary>
/// Looks at the bytes before any parser does: the parsers let pass, or quietly repair, what must not be evidence. Says
/// what a file is that is not text at all.
/// </summary>
internal static class TextCheck
{
    /// <summary>What a text may start with that is no part of it.</summary>
    public static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Where the text starts: behind the byte order mark, if there is one.</summary>
    public static int StartOf(ReadOnlySpan<byte> bytes) => bytes.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;

    /// <summary>Whether the bytes are UTF-8 text that a parser may see; false after a diagnostic.</summary>
    public static bool Holds(Source source, SnapshotDiagnosticBag diagnostics)
    {
        var bytes = source.Bytes;
        if (!StartsAsText(source, diagnostics))
            return false;
        if (bytes.IndexOf((byte)0) is >= 0 and var nul)
            diagnostics.Report(SnapshotDescriptors.NulByte, source.Name, source.PlaceOf(nul), "");
        else if (FirstInvalid(bytes) is >= 0 and var invalid)
            ReportInvalid(source, diagnostics, invalid);
        else
            return true;
        return false;
    }

    /// <summary>Whether bytes are whole characters in UTF-8, no NUL, and lines that end as lines do.</summary>
    public static bool IsText(ReadOnlySpan<byte> bytes) =>
        !bytes.Contains((byte)0) && Utf8.IsValid(bytes) && !HasLoneReturn(bytes);

    /// <summary>Whether a file does not start like something else than text; false after a diagnostic.</summary>
    public static bool StartsAsText(Source source, SnapshotDiagnosticBag diagnostics)
    {
        var bytes = source.Bytes;
        var text = bytes[source.TextStart..].TrimStart(" \t\r\n"u8);
        var first = bytes.Length - text.Length;
        if (text.IsEmpty)
            diagnostics.Report(SnapshotDescriptors.Empty, source.Name, (1, 1), "");
        else if (WideEncoding(bytes) is { } encoding)
            diagnostics.Report(SnapshotDescriptors.Utf16, source.Name, (1, 1), "", encoding);
        else if (Archive(bytes) is { } archive)
            diagnostics.Report(SnapshotDescriptors.Compressed, source.Name, (1, 1), "", archive);
        else if (text[0] == (byte)'<' && !text.StartsWith("<root_account>"u8))
            diagnostics.Report(SnapshotDescriptors.Html, source.Name, source.PlaceOf(first), "");
        else if (CliError(text) is { } code)
            diagnostics.Report(SnapshotDescriptors.CliError, source.Name, source.PlaceOf(first), "", code);
        else if (text.StartsWith("dXNlcixhcm4"u8))
            diagnostics.Report(SnapshotDescriptors.StillBase64, source.Name, source.PlaceOf(first), "");
        else
            return true;
        return false;
    }

    /// <summary>Whether the text starts like a JSON object or array.</summary>
    public static bool LooksLikeJson(Source source) =>
        source.Bytes[source.TextStart..].TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    private static string? WideEncoding(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => "UTF-32",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "UTF-16",
        [0, not 0, 0, not 0, ..] or [not 0, 0, not 0, 0, ..] => "UTF-16 without a byte order mark",
        _ => null,
    };

    private static string? Archive(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x1F, 0x8B, ..] => "compressed with gzip",
        [(byte)'P', (byte)'K', 3, 4, ..] => "a zip archive, perhaps an Excel workbook",
        _ => null,
    };

    private static string? CliError(ReadOnlySpan<byte> text)
    {
        var start = text[..Math.Min(text.Length, 256)];
        if (start[0] is not ((byte)'{' or (byte)'[') && start.IndexOf("An error occurred ("u8) is >= 0 and var found)
        {
            var code = start[(found + "An error occurred ("u8.Length)..];
            var end = code.IndexOf((byte)')');
            return end > 0 ? Encoding.UTF8.GetString(code[..end]) : "no code";
        }

        return text.StartsWith("Unable to locate credentials"u8) ? "no credentials"
            : text.StartsWith("usage: aws"u8) || text.StartsWith("aws: error"u8) ? "wrong usage"
            : null;
    }

    private static void ReportInvalid(Source source, SnapshotDiagnosticBag diagnostics, int offset)
    {
        var value = source.Bytes[offset].ToString("X2", CultureInfo.InvariantCulture);
        diagnostics.Report(SnapshotDescriptors.InvalidUtf8, source.Name, source.PlaceOf(offset), "", value);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return -1;
        var offset = 0;
        while (Rune.DecodeFromUtf8(bytes[offset..], out _, out var consumed) == OperationStatus.Done)
            offset += consumed;
        return offset;
    }

    private static bool HasLoneReturn(ReadOnlySpan<byte> text)
    {
        for (; text.IndexOf((byte)'\r') is >= 0 and var next; text = text[(next + 1)..])
        {
            if (next + 1 == text.Length || text[next + 1] != (byte)'\n')
                return true;
        }

        return false;
    }
}
