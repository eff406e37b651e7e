using System.Text;
using System.Text.Json;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Functions;

/// <summary>Reads JSON as values of CEL, as the CEL language definition maps it; bounded in size and depth.</summary>
internal static class JsonValueReader
{
    /// <summary>
    /// More than any policy of AWS has: 10,240 characters of the inline policies of a role, 20,480 of a bucket, 32,768
    /// of a key; three times that where everything is written as %XX.
    /// </summary>
    private const int LengthMax = 98_304;

    private const int DepthMax = 16;

    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = DepthMax,
        AllowDuplicateProperties = false,
    };

    /// <summary>The value of a text, which may be encoded as in a URL, as IAM's answers hold it (RFC 3986).</summary>
    /// <exception cref="PolicyDocumentException">It is no JSON, or too long or too deep.</exception>
    public static CelValue Read(string text)
    {
        if (text.Length > LengthMax)
            throw new PolicyDocumentException($"it has more than {LengthMax} characters");
        var json = text.TrimStart().StartsWith('%') ? Uri.UnescapeDataString(text) : text;
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(json), Options);
            return ToValue(document.RootElement);
        }
        catch (InvalidOperationException)
        {
            throw new PolicyDocumentException("it has half a surrogate pair");
        }
        catch (JsonException e) when (e.LineNumber is null)
        {
            // The reader names a place for whatever is wrong, but for the one thing that only the document finds.
            throw new PolicyDocumentException("it says a key twice");
        }
        catch (JsonException e)
        {
            var place = FormattableString.Invariant($"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}");
            throw new PolicyDocumentException($"its JSON is broken ({place})");
        }
    }

    private static CelValue ToValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => CelValue.Null,
        JsonValueKind.True => CelValue.True,
        JsonValueKind.False => CelValue.False,
        JsonValueKind.Number => CelValue.Of(element.GetDouble()),
        JsonValueKind.String => CelValue.Of(element.GetString()!),
        JsonValueKind.Array => CelValue.Of(CelList.From([.. element.EnumerateArray().Select(ToValue)])),
        JsonValueKind.Object => CelMap.From(
        [
            .. element.EnumerateObject().Select(p => KeyValuePair.Create(CelValue.Of(p.Name), ToValue(p.Value))),
        ]),
        _ => throw new System.Diagnostics.UnreachableException($"{element.ValueKind}"),
    };
}
