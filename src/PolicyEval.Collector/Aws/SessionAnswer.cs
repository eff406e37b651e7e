using System.Xml;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Aws;

/// <summary>Looks whether an answer to AssumeRole is whole; the credentials in it are read by the SDK alone.</summary>
internal static class SessionAnswer
{
    private const int Limit = 1024 * 1024;

    /// <summary>A page without content, or the error that this is no answer.</summary>
    public static Page Read(byte[] body)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = Limit,
        };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), settings);
            var isAnswer = reader.MoveToContent() == XmlNodeType.Element && reader.LocalName == "AssumeRoleResponse";
            while (reader.Read())
            {
                // To the end: an answer that is cut short is none.
            }

            return isAnswer ? new Page() : Bad("It is no AssumeRoleResponse.");
        }
        catch (XmlException)
        {
            return Bad("It is no well-formed XML.");
        }
    }

    private static Page Bad(string message) => new() { Error = new CallError(CallErrors.BadResponse, message) };
}
