using System.Text;
using System.Xml;

namespace PolicyEval.Snapshots.Calls;

/// <summary>Reads an XML answer into elements without a stack of its own depth and without fetching anything.</summary>
internal static class XmlTree
{
    private const int Depth = 64;
    private const int Elements = 10_000_000;
    private const int Characters = 1 << 30;

    /// <summary>The root element.</summary>
    /// <exception cref="XmlException">The text is no well-formed XML, holds a DTD or is nested too deep.</exception>
    public static XmlItem Read(string text)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = Characters,
            CloseInput = true,
        };
        using var reader = XmlReader.Create(new StringReader(text), settings);
        var open = new Stack<XmlItem>();
        var content = new StringBuilder();
        XmlItem? root = null;
        var count = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (open.Count >= Depth || ++count > Elements)
                        throw Refuse(reader, "there are too many elements, or they are nested too deep");
                    var item = new XmlItem(reader.LocalName);
                    if (open.TryPeek(out var parent))
                        Adopt(parent, item, content);
                    root ??= item;
                    if (!reader.IsEmptyElement)
                        open.Push(item);
                    break;
                case XmlNodeType.EndElement:
                    Close(open.Pop(), content);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA
                    or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    // Text between and behind children is layout.
                    if (open.TryPeek(out var owner) && owner.Children.Count == 0)
                        content.Append(reader.Value);
                    break;
            }
        }

        return root ?? throw Refuse(reader, "there is no element");
    }

    private static void Adopt(XmlItem parent, XmlItem child, StringBuilder content)
    {
        content.Clear();
        parent.Children.Add(child);
    }

    private static void Close(XmlItem item, StringBuilder content)
    {
        if (item.Children.Count == 0)
            item.Text = content.ToString();
        content.Clear();
    }

    private static XmlException Refuse(XmlReader reader, string reason)
    {
        var place = reader as IXmlLineInfo;
        return new XmlException(reason, null, place?.LineNumber ?? 0, place?.LinePosition ?? 0);
    }
}
