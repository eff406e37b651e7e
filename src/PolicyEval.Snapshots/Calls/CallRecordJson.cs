using System.Buffers;
using System.Globalization;

namespace PolicyEval.Snapshots.Calls;

/// <summary>The one spelling of a record: properties in a fixed order, what is null or empty left out.</summary>
internal static class CallRecordJson
{
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Writes the line of a record with its line feed.</summary>
    public static void Write(CallRecord record, ArrayBufferWriter<byte> log)
    {
        var line = new AnswerWriter(log);
        line.Raw("{\"sequence\":"u8);
        line.Number(record.Sequence);
        Text(line, ",\"operation\":"u8, record.Operation.Permission);
        Parameters(line, record);
        Text(line, ",\"endpoint\":"u8, record.Endpoint);
        Text(line, ",\"region\":"u8, record.Region);
        line.Raw(",\"attempt\":"u8);
        line.Number(record.Attempt);
        line.Raw(record.IsLast ? ",\"isLast\":true"u8 : ",\"isLast\":false"u8);
        Time(line, ",\"sentAt\":"u8, record.SentAt);
        if (record.HttpStatus is { } status)
        {
            line.Raw(",\"httpStatus\":"u8);
            line.Number(status);
        }

        Text(line, ",\"requestId\":"u8, record.RequestId);
        if (record.RespondedAt is { } time)
            Time(line, ",\"respondedAt\":"u8, time);
        Text(line, ",\"mediaType\":"u8, record.MediaType);
        if (record.Bytes != 0)
        {
            line.Raw(",\"bytes\":"u8);
            line.Number(record.Bytes);
        }

        Text(line, ",\"sha256\":"u8, record.Sha256);
        Text(line, ",\"file\":"u8, record.File ?? "");
        Redactions(line, record);
        if (record.Error is { } error)
        {
            line.Raw(",\"error\":"u8);
            Pair(line, "{\"code\":"u8, error.Code, ",\"message\":"u8, error.Message);
        }

        line.Raw("}\n"u8);
    }

    private static void Parameters(AnswerWriter line, CallRecord record)
    {
        for (var i = 0; i < record.Parameters.Length; i++)
        {
            line.Raw(i == 0 ? ",\"parameters\":{"u8 : ","u8);
            line.String(record.Parameters[i].Key);
            line.Raw(":"u8);
            line.String(record.Parameters[i].Value);
        }

        if (record.Parameters.Length > 0)
            line.Raw("}"u8);
    }

    private static void Redactions(AnswerWriter line, CallRecord record)
    {
        for (var i = 0; i < record.Redactions.Length; i++)
        {
            line.Raw(i == 0 ? ",\"redactions\":["u8 : ","u8);
            Pair(line, "{\"path\":"u8, record.Redactions[i].Path, ",\"reason\":"u8, record.Redactions[i].Reason);
        }

        if (record.Redactions.Length > 0)
            line.Raw("]"u8);
    }

    /// <summary>Both properties are written, empty or not: they make the object what it is.</summary>
    private static void Pair(
        AnswerWriter line, ReadOnlySpan<byte> firstName, string first, ReadOnlySpan<byte> secondName, string second)
    {
        line.Raw(firstName);
        line.String(first);
        line.Raw(secondName);
        line.String(second);
        line.Raw("}"u8);
    }

    private static void Text(AnswerWriter line, ReadOnlySpan<byte> name, string value)
    {
        if (value.Length == 0)
            return;
        line.Raw(name);
        line.String(value);
    }

    private static void Time(AnswerWriter line, ReadOnlySpan<byte> name, DateTimeOffset time)
    {
        Span<char> text = stackalloc char[TimeFormat.Length];
        time.UtcDateTime.TryFormat(text, out var length, TimeFormat, CultureInfo.InvariantCulture);
        line.Raw(name);
        line.String(text[..length]);
    }
}
