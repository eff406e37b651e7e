using System.Text;
using System.Text.Json;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// Between the bytes of a field and its value: references, CDATA and comments in XML, escapes in JSON.
/// </summary>
internal static class FieldText
{
    // A percent sign that is encoded again and again is not followed for ever.
    private const int Rounds = 3;

    /// <summary>Whether the bytes may say something else than they show.</summary>
    public static bool IsEncoded(ReadOnlySpan<byte> bytes) => bytes.ContainsAny("%&\\<"u8);

    /// <summary>The value, without percent-encoding; and whether there was any.</summary>
    public static (string Text, bool WasPercent) Decode(ReadOnlySpan<byte> bytes, bool isJson)
    {
        var text = isJson ? DecodeJson(bytes) : DecodeXml(Encoding.UTF8.GetString(bytes));
        var decoded = text;
        for (var round = 0; round < Rounds && decoded.Contains('%', StringComparison.Ordinal); round++)
            decoded = Uri.UnescapeDataString(decoded);
        return (decoded, decoded != text);
    }

    /// <summary>The bytes of a value.</summary>
    public static byte[] Encode(string text, bool isJson, bool percent)
    {
        var value = percent ? Uri.EscapeDataString(text) : text;
        return isJson
            ? JsonEncodedText.Encode(value).EncodedUtf8Bytes.ToArray()
            : Encoding.UTF8.GetBytes(value
                .Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal));
    }

    private static string DecodeJson(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader((byte[])[(byte)'"', .. bytes, (byte)'"']);
        try
        {
            reader.Read();
            return reader.GetString()!;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Half a surrogate pair, or a field in which a mask took the first half of an escape.
            return Encoding.UTF8.GetString(bytes);
        }
    }

    private static string DecodeXml(string text)
    {
        try
        {
            return XmlTree.Read(Encoding.UTF8.GetBytes($"<field>{text}</field>")).Text;
        }
        catch (BrokenXmlException)
        {
            return text;
        }
    }
}
