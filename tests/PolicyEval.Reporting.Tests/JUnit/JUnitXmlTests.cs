using System.Text;
using System.Xml;
using CsCheck;
using PolicyEval.Reporting.JUnit;

namespace PolicyEval.Reporting.Tests.JUnit;

/// <summary>
/// XML is written byte for byte as the writer of .NET writes it. CsCheck prints the seed of a failure; CsCheck_Seed
/// repeats it.
/// </summary>
public sealed class JUnitXmlTests
{
    private const string Letters = "ab <>&'\"\t\n;]é\u0085\u2028\u00A0\uFFFD";

    private static readonly Gen<string> Text =
        Gen.Int[0, Letters.Length].Array[1, 8].Select(
            places => string.Concat(places.Select(at => at == Letters.Length ? "😀" : Letters[at].ToString())));

    [Fact]
    public void Bytes_are_those_of_the_writer_of_NET() => Gen.Select(Text, Text, Gen.Int[0, 2].Array[0, 5]).Sample(
        (attribute, text, children) => Assert.Equal(
            ByNet(attribute, text, children), Own(xml => Write(xml, attribute, text, children))));

    [Fact]
    public void What_XML_forbids_is_shown_as_unknown() => Assert.Equal(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a b=\"&#xD;\uFFFD\">\uFFFD\uFFFD\uFFFD&#xD;</a>",
        Own(xml =>
        {
            xml.Start("a");
            xml.Attribute("b", "\r\u0001");
            xml.Text("\uFFFE\0\uD800\r");
            xml.End();
        }));

    private static void Write(JUnitXml xml, string attribute, string text, int[] children)
    {
        xml.Start("root");
        xml.Attribute("a", attribute);
        xml.Attribute("b", text);
        foreach (var child in children)
        {
            xml.Start("child");
            if (child == 1)
                xml.Text(text);
            else if (child == 2)
            {
                xml.Start("inner");
                xml.Attribute("c", text);
                xml.End();
            }

            xml.End();
        }

        xml.End();
    }

    private static string Own(Action<JUnitXml> write)
    {
        using var stream = new MemoryStream();
        using (var xml = new JUnitXml(stream))
            write(xml);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string ByNet(string attribute, string text, int[] children)
    {
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
        };
        using (var xml = XmlWriter.Create(stream, settings))
        {
            xml.WriteStartElement("root");
            xml.WriteAttributeString("a", attribute);
            xml.WriteAttributeString("b", text);
            foreach (var child in children)
            {
                xml.WriteStartElement("child");
                if (child == 1)
                    xml.WriteString(text);
                else if (child == 2)
                {
                    xml.WriteStartElement("inner");
                    xml.WriteAttributeString("c", text);
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
