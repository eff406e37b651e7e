using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Calls;

/// <summary>Reads one line of the log.</summary>
/// <param name="name">The file's name.</param>
/// <param name="line">The number of the line.</param>
/// <param name="text">The line.</param>
/// <param name="written">Room to write it again.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
internal sealed class CallRecordReader(
    string name,
    int line,
    ReadOnlyMemory<byte> text,
    ArrayBufferWriter<byte> written,
    SnapshotDiagnosticBag diagnostics)
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private bool _refused;

    /// <summary>The record, or null after a diagnostic.</summary>
    public CallRecord? Read()
    {
        if (Parse() is not { } root)
            return null;
        if (root.Kind != AnswerItemKind.Structure)
        {
            Refuse("", "it is no object");
            return null;
        }

        if (ReadOperation(root) is not { } operation || ReadRecord(root, operation) is not { } record)
            return null;
        // Also finds what no reader above asks for: unknown properties, another order, spaces, escapes.
        written.ResetWrittenCount();
        CallRecordJson.Write(record, written);
        var common = text.Span.CommonPrefixLength(written.WrittenSpan);
        if (common == written.WrittenCount && common == text.Length)
            return record;
        diagnostics.Report(CallDescriptors.OtherForm, name, (line, ColumnOf(common)), "");
        return null;
    }

    private AnswerItem? Parse()
    {
        try
        {
            return JsonTree.Read(text.Span);
        }
        catch (JsonException exception)
        {
            var column = ColumnOf((int)Math.Min(text.Length, exception.BytePositionInLine ?? 0));
            diagnostics.Report(CallDescriptors.BadLine, name, (line, column), "", "it is cut, or no JSON");
            return null;
        }
    }

    private ApiOperation? ReadOperation(AnswerItem root)
    {
        var permission = root.TextOf("operation");
        if (permission.Length == 0)
            Refuse("operation", "'operation' is missing");
        else if (ApiOperations.Find(permission) is { } operation)
            return operation;
        else
            Report(CallDescriptors.UnknownOperation, "operation", CallErrors.OneLine(permission));
        return null;
    }

    private CallRecord? ReadRecord(AnswerItem root, ApiOperation operation)
    {
        var record = new CallRecord
        {
            Sequence = (int)Number(root, "sequence", 1, int.MaxValue),
            Operation = operation,
            Parameters = ReadParameters(root),
            Endpoint = root.TextOf("endpoint"),
            Region = root.TextOf("region"),
            Attempt = (int)Number(root, "attempt", 1, int.MaxValue),
            IsLast = root.Find("isLast") is { Kind: AnswerItemKind.Literal, Text: "true" },
            SentAt = Time(root, "sentAt") ?? DateTimeOffset.UnixEpoch,
            HttpStatus = root.Find("httpStatus") is null ? null : (int)Number(root, "httpStatus", 100, 999),
            RequestId = root.TextOf("requestId"),
            RespondedAt = root.Find("respondedAt") is null ? null : Time(root, "respondedAt"),
            MediaType = root.TextOf("mediaType"),
            Bytes = root.Find("bytes") is null ? 0 : Number(root, "bytes", 1, long.MaxValue),
            Sha256 = ReadSha256(root),
            File = ReadFile(root, operation),
            Redactions = ReadRedactions(root),
            Error = root.Find("error") is { } error ? ReadError(error) : null,
        };
        return _refused ? null : record;
    }

    private ImmutableArray<KeyValuePair<string, string>> ReadParameters(AnswerItem root)
    {
        if (root.Find("parameters") is not { } parameters)
            return [];
        var pairs = parameters.Properties
            .Where(property => property.Value.Kind == AnswerItemKind.String)
            .Select(property => KeyValuePair.Create(property.Key, property.Value.Text))
            .ToImmutableArray();
        for (var i = 1; i < pairs.Length; i++)
        {
            if (string.CompareOrdinal(pairs[i - 1].Key, pairs[i].Key) < 0)
                continue;
            Refuse("parameters", "the parameters are not sorted by name");
            break;
        }

        return pairs;
    }

    private string ReadSha256(AnswerItem root)
    {
        var digest = root.TextOf("sha256");
        if (digest.Length > 0 && (digest.Length != 64 || digest.AsSpan().ContainsAnyExcept(HexDigits)))
            Refuse("sha256", "'sha256' is no sha256");
        return digest;
    }

    private string? ReadFile(AnswerItem root, ApiOperation operation)
    {
        if (root.Find("file") is null)
            return null;
        var file = root.TextOf("file");
        var ending = operation.IsJson ? ".json" : ".xml";
        var folder = operation.RawFolder + "/";
        var isPage = file.StartsWith(folder, StringComparison.Ordinal)
            && file.EndsWith(ending, StringComparison.Ordinal)
            && file.Length - folder.Length - ending.Length is >= 4 and <= 9
            && file[folder.Length..^ending.Length].All(char.IsAsciiDigit);
        if (!isPage)
            Report(CallDescriptors.BadPage, "file", CallErrors.OneLine(file), operation.Permission);
        return file;
    }

    private static ImmutableArray<Redaction> ReadRedactions(AnswerItem root) =>
        root.Find("redactions") is { } redactions
            ? [.. redactions.Items.Select(item => new Redaction(item.TextOf("path"), item.TextOf("reason")))]
            : [];

    private CallError ReadError(AnswerItem error)
    {
        if (error.TextOf("code").Length == 0)
            Refuse("error", "the error has no code");
        return new CallError(error.TextOf("code"), error.TextOf("message"));
    }

    private long Number(AnswerItem root, string property, long minimum, long maximum)
    {
        if (root.Find(property) is { Kind: AnswerItemKind.Literal } literal
            && long.TryParse(literal.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= minimum
            && number <= maximum)
        {
            return number;
        }

        Refuse(property, $"'{property}' is missing or out of range");
        return 0;
    }

    private DateTimeOffset? Time(AnswerItem root, string property)
    {
        if (DateTimeOffset.TryParseExact(
            root.TextOf(property), CallRecordJson.TimeFormat, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var time))
        {
            return time;
        }

        Refuse(property, $"'{property}' is no time such as 2026-01-02T03:04:05.678Z");
        return null;
    }

    private void Refuse(string property, string reason) => Report(CallDescriptors.BadLine, property, reason);

    private void Report(SnapshotDescriptor descriptor, string property, params ReadOnlySpan<string> arguments)
    {
        _refused = true;
        var at = property.Length > 0 ? text.Span.IndexOf(Encoding.UTF8.GetBytes($"\"{property}\":")) : -1;
        diagnostics.Report(descriptor, name, (line, ColumnOf(Math.Max(at, 0))), property, arguments);
    }

    private int ColumnOf(int offset) => 1 + Encoding.UTF8.GetCharCount(text.Span[..offset]);
}
