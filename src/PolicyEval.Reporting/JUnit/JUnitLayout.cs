using System.Text;
using System.Xml;

namespace PolicyEval.Reporting.JUnit;

/// <summary>How all JUnit XML that is written here looks.</summary>
internal static class JUnitLayout
{
    /// <summary>UTF-8 without a byte order mark, two spaces, LF; the stream is left open.</summary>
    public static XmlWriterSettings Settings { get; } = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        CloseOutput = false,
    };
}
