using System.Text;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// Finds the text values of an XML body by their offsets, which an XML reader would not give. A body that is cut or
/// broken gives those up to there.
/// </summary>
internal static class XmlFields
{
    private const int Depth = 256;

    public static List<BodyField> Find(ReadOnlySpan<byte> text)
    {
        var fields = new List<BodyField>();
        var open = new Stack<(BodyNode Node, int ContentStart)>();
        var at = 0;
        while (text[at..].IndexOf((byte)'<') is var mark and >= 0)
        {
            at += mark;
            var length = MarkupLength(text[at..]);
            if (length == 0)
                break;
            if (text[at + 1] == '/')
            {
                if (open.Count == 0)
                    break;
                Close(fields, open.Pop(), at);
            }
            else if (text[at + 1] is not ((byte)'!' or (byte)'?'))
            {
                var name = NameOf(text[(at + 1)..(at + length - 1)]);
                var node = new BodyNode(name, open.TryPeek(out var parent) ? parent.Node : null);
                if (text[at + length - 2] != '/')
                    open.Push((node, at + length));
                if (open.Count > Depth)
                    break;
            }

            at += length;
        }

        // The element in which the body ends.
        if (open.TryPop(out var last))
            Close(fields, last, text.Length);
        return fields;
    }

    private static void Close(List<BodyField> fields, (BodyNode Node, int ContentStart) element, int end)
    {
        if (!element.Node.HasChildren && end > element.ContentStart)
            fields.Add(new BodyField(element.Node, element.ContentStart, end));
    }

    /// <summary>The length of the tag, comment, CDATA section or instruction; 0 where it does not end.</summary>
    private static int MarkupLength(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("<!--"u8))
            return Through(text, 4, "-->"u8);
        if (text.StartsWith("<![CDATA["u8))
            return Through(text, 9, "]]>"u8);
        return text.StartsWith("<?"u8) ? Through(text, 2, "?>"u8) : TagLength(text);
    }

    private static int Through(ReadOnlySpan<byte> text, int from, ReadOnlySpan<byte> end) =>
        text[from..].IndexOf(end) is var at and >= 0 ? from + at + end.Length : 0;

    /// <summary>A <c>&gt;</c> in an attribute's value does not end its tag.</summary>
    private static int TagLength(ReadOnlySpan<byte> text)
    {
        var at = 1;
        while (at < text.Length)
        {
            switch (text[at])
            {
                case (byte)'>':
                    return at > 1 ? at + 1 : 0;
                case (byte)'"' or (byte)'\'':
                    var length = text[(at + 1)..].IndexOf(text[at]);
                    if (length < 0)
                        return 0;
                    at += length + 2;
                    break;
                default:
                    at++;
                    break;
            }
        }

        return 0;
    }

    private static string NameOf(ReadOnlySpan<byte> tag)
    {
        var end = tag.IndexOfAny(" \t\r\n/"u8);
        var name = end < 0 ? tag : tag[..end];
        return Encoding.UTF8.GetString(name[(name.IndexOf((byte)':') + 1)..]);
    }
}
