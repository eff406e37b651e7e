using System.Text;

namespace PolicyEval.Snapshots.Calls;

/// <summary>A text is no XML that this program takes.</summary>
/// <param name="text">The text in UTF-8.</param>
/// <param name="offset">The offset from which on it is none.</param>
internal sealed class BrokenXmlException(ReadOnlySpan<byte> text, int offset) : Exception
{
    /// <summary>1-based. A carriage return ends a line, with or without a line feed behind it.</summary>
    public int Line { get; } = LineAt(text[..offset]);

    /// <summary>1-based, in UTF-16 units.</summary>
    public int Column { get; } =
        1 + Encoding.UTF8.GetCharCount(text[(text[..offset].LastIndexOfAny((byte)'\n', (byte)'\r') + 1)..offset]);

    private static int LineAt(ReadOnlySpan<byte> before)
    {
        var line = 1;
        while (before.IndexOfAny((byte)'\n', (byte)'\r') is var end and >= 0)
        {
            line++;
            before = before[(end + (before[end..].StartsWith("\r\n"u8) ? 2 : 1))..];
        }

        return line;
    }
}
