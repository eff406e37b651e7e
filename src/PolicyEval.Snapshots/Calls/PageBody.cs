using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace PolicyEval.Snapshots.Calls;

/// <summary>A raw body, opened: the answer's values, or why there are none. Immutable.</summary>
/// <param name="Answer">The values in the AWS CLI's shape, markers included; null where there is an error.</param>
/// <param name="Error">AWS's error, or <see cref="CallErrors.BadResponse"/>; null where there is an answer.</param>
/// <param name="RequestId">As the body names it; may be empty.</param>
internal sealed record PageBody(AnswerItem? Answer, CallError? Error, string RequestId)
{
    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    /// <summary>Opens a body as an answer of an operation.</summary>
    public static PageBody Open(ApiOperation operation, ReadOnlyMemory<byte> body)
    {
        var expected = $"{operation.Action}Response";
        var text = body.Span;
        if (!Utf8.IsValid(text))
            return Bad($"The body is no UTF-8 text, but {expected} was expected.");
        while (text.StartsWith(ByteOrderMark))
            text = text[ByteOrderMark.Length..];

        var start = TrimStart(text);
        return start switch
        {
            [] => Bad($"The body is empty, but {expected} was expected."),
            [(byte)'{', ..] => OpenJson(operation, text),
            _ when StartsWith(start, "<!doctype"u8) || StartsWith(start, "<html"u8) =>
                Bad($"An HTML page came instead of {expected}: a proxy or a login page stands before the endpoint."),
            [(byte)'<', ..] => OpenXml(operation, text, expected),
            _ => Bad($"Neither XML nor JSON came instead of {expected}."),
        };
    }

    private static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text)
    {
        while (Rune.DecodeFromUtf8(text, out var letter, out var length) == OperationStatus.Done
            && Rune.IsWhiteSpace(letter))
        {
            text = text[length..];
        }

        return text;
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) =>
        text.Length >= word.Length && Ascii.EqualsIgnoreCase(text[..word.Length], word);

    private static PageBody OpenXml(ApiOperation operation, ReadOnlySpan<byte> text, string expected)
    {
        XmlItem root;
        try
        {
            root = XmlTree.Read(text);
        }
        catch (BrokenXmlException exception)
        {
            return Bad(string.Create(
                CultureInfo.InvariantCulture,
                $"The XML is cut or broken at line {exception.Line}, column {exception.Column}."));
        }

        if (root.Name is "ErrorResponse" or "Response" && ErrorOf(root) is { } error)
            return error;
        if (operation.IsJson || root.Name != expected)
            return Bad($"The element '{OneLine(root.Name)}' came instead of {expected}.");
        if (root.Find($"{operation.Action}Result") is not { } result)
            return Bad($"{expected} came without {operation.Action}Result.");
        var requestId = root.Find("ResponseMetadata")?.Find("RequestId")?.Text ?? "";
        return Check(operation, AnswerBuilder.Build(result, ResponseShapes.Of(operation)), requestId);
    }

    /// <summary>The error of the Query protocol in both of its forms.</summary>
    private static PageBody? ErrorOf(XmlItem root)
    {
        var error = root.Find("Error") ?? root.Find("Errors")?.Find("Error");
        if (error?.Find("Code") is not { Text.Length: > 0 } code)
            return null;
        var requestId = (root.Find("RequestId") ?? root.Find("RequestID"))?.Text ?? "";
        return new PageBody(
            null, new CallError(OneLine(code.Text), OneLine(error.Find("Message")?.Text ?? "")), requestId);
    }

    private static PageBody OpenJson(ApiOperation operation, ReadOnlySpan<byte> text)
    {
        AnswerItem root;
        try
        {
            root = JsonTree.Read(text);
        }
        catch (JsonException exception)
        {
            return Bad(string.Create(
                CultureInfo.InvariantCulture,
                $"The JSON is cut or broken at line {(exception.LineNumber ?? 0) + 1}."));
        }

        var type = root.TextOf("__type");
        if (type.Length > 0)
        {
            var message = root.TextOf("Message") is { Length: > 0 } upper ? upper : root.TextOf("message");
            return new PageBody(
                null, new CallError(OneLine(type[(type.LastIndexOf('#') + 1)..]), OneLine(message)), "");
        }

        return operation.IsJson
            ? Check(operation, AnswerBuilder.Build(root, ResponseShapes.Of(operation)), "")
            : Bad($"JSON came instead of {operation.Action}Response.");
    }

    /// <summary>An answer without what it is asked for is none; a list that is left out is empty.</summary>
    private static PageBody Check(ApiOperation operation, AnswerItem answer, string requestId)
    {
        var lists = ResponseShapes.ListsOf(operation).ToList();
        if (lists.Count == 1 && answer.Find(lists[0]) is null)
        {
            // JSON has no other sign of being this answer.
            if (operation.IsJson)
                return Bad($"The answer holds no {lists[0]}.");
            answer.Properties.Add(new(lists[0], AnswerItem.List()));
        }

        var first = ResponseShapes.Of(operation).Members[0].Name;
        return lists.Count == 0 && answer.Find(first) is null
            ? Bad($"{operation.Action}Response holds no {first}.")
            : lists.Exists(list => answer.Find(list) is not null and not { Kind: AnswerItemKind.List })
                ? Bad($"{operation.Action}Response holds something else than lists.")
                : new PageBody(answer, null, requestId);
    }

    private static PageBody Bad(string message) => new(null, new CallError(CallErrors.BadResponse, message), "");

    private static string OneLine(string text) => CallErrors.OneLine(text);
}
