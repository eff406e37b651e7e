using System.Text;
using System.Xml;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Snapshots.Tests.Calls;

/// <summary>The same elements by the XML reader of .NET, with which the small one is compared.</summary>
internal static class FullXmlReader
{
    private const int Depth = 64;

    /// <summary>The root element.</summary>
    /// <exception cref="XmlException">The text is no well-formed XML, holds a DTD or is nested too deep.</exception>
    public static XmlItem Read(string text)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(new StringReader(text), settings);
        var open = new Stack<XmlItem>();
        var content = new StringBuilder();
        XmlItem? root = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var item = new XmlItem(reader.LocalName);
                    if (open.Count >= Depth)
                        throw new XmlException("too deep");
                    if (open.TryPeek(out var parent))
                        parent.Add(item);
                    content.Clear();
                    root ??= item;
                    if (!reader.IsEmptyElement)
                        open.Push(item);
                    break;
                case XmlNodeType.EndElement:
                    var closed = open.Pop();
                    closed.Text = closed.Children.IsEmpty ? content.ToString() : "";
                    content.Clear();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA
                    or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    content.Append(reader.Value);
                    break;
            }
        }

        return root ?? throw new XmlException("no element");
    }
}
