using System.Text;
using System.Text.Json;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Signatures;

/// <summary>
/// Reads the one form of an envelope, token by token. Whatever comes unexpected ends the reading, so that neither
/// depth nor length nor a million signatures cost anything.
/// </summary>
internal sealed class DsseEnvelopeReader(Source source, SnapshotDiagnosticBag diagnostics)
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 4 };

    public DsseEnvelope? Read()
    {
        var reader = new Utf8JsonReader(source.Bytes, Strict);
        try
        {
            return Expect(ref reader, JsonTokenType.StartObject)
                && Base64(ref reader, "payload") is { } payload
                && Text(ref reader, "payloadType") is { } payloadType
                && Name(ref reader, "signatures")
                && Expect(ref reader, JsonTokenType.StartArray)
                && Expect(ref reader, JsonTokenType.StartObject)
                && Text(ref reader, "keyid") is { } keyId
                && Base64(ref reader, "sig") is { } signature
                && Expect(ref reader, JsonTokenType.EndObject)
                && Expect(ref reader, JsonTokenType.EndArray)
                && Expect(ref reader, JsonTokenType.EndObject)
                && Ends(ref reader)
                ? new DsseEnvelope(payloadType, payload, keyId, signature)
                : null;
        }
        catch (JsonException)
        {
            Report((int)reader.BytesConsumed, "JSON");
            return null;
        }
    }

    private bool Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.Read() && reader.TokenType == type)
            return true;
        Report((int)reader.TokenStartIndex, type switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            JsonTokenType.EndArray => "the end of the array behind one signature",
            JsonTokenType.EndObject => "the end of the object",
            JsonTokenType.String => "a text",
            _ => "a property",
        });
        return false;
    }

    private bool Name(ref Utf8JsonReader reader, string name)
    {
        if (!Expect(ref reader, JsonTokenType.PropertyName))
            return false;
        // To unescape a name with half a surrogate pair throws. No name of an envelope needs an escape.
        if (!reader.ValueIsEscaped && reader.ValueTextEquals(name))
            return true;
        Report((int)reader.TokenStartIndex, $"the property '{name}'");
        return false;
    }

    private string? Text(ref Utf8JsonReader reader, string name)
    {
        if (!Name(ref reader, name) || !Expect(ref reader, JsonTokenType.String))
            return null;
        // No value of an envelope needs more; an escape could hide half a surrogate pair.
        if (!reader.ValueIsEscaped && Ascii.IsValid(reader.ValueSpan))
            return reader.GetString();
        Report((int)reader.TokenStartIndex, "ASCII without escapes");
        return null;
    }

    private byte[]? Base64(ref Utf8JsonReader reader, string name)
    {
        if (!Name(ref reader, name) || !Expect(ref reader, JsonTokenType.String))
            return null;
        if (!reader.ValueIsEscaped && reader.TryGetBytesFromBase64(out var bytes))
            return bytes;
        Report((int)reader.TokenStartIndex, "base64");
        return null;
    }

    private bool Ends(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
            return true;
        Report((int)reader.TokenStartIndex, "the end of the file");
        return false;
    }

    private void Report(int offset, string expected) =>
        diagnostics.Report(SignatureDescriptors.NotAnEnvelope, source.Name, source.PlaceOf(offset), "", expected);
}
