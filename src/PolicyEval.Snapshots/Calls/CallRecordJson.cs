using System.Globalization;

namespace PolicyEval.Snapshots.Calls;

/// <summary>The one spelling of a record: properties in a fixed order, what is null or empty left out.</summary>
internal static class CallRecordJson
{
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The line of a record with its line feed.</summary>
    public static byte[] Write(CallRecord record)
    {
        var line = AnswerItem.Structure();
        AddNumber(line, "sequence", record.Sequence);
        AddText(line, "operation", record.Operation.Permission);
        if (record.Parameters.Length > 0)
        {
            var parameters = AnswerItem.Structure();
            foreach (var (name, value) in record.Parameters)
                parameters.Properties.Add(new(name, AnswerItem.String(value)));
            line.Properties.Add(new("parameters", parameters));
        }

        AddText(line, "endpoint", record.Endpoint);
        AddText(line, "region", record.Region);
        AddNumber(line, "attempt", record.Attempt);
        line.Properties.Add(new("isLast", AnswerItem.Literal(record.IsLast ? "true" : "false")));
        AddTime(line, "sentAt", record.SentAt);
        if (record.HttpStatus is { } status)
            AddNumber(line, "httpStatus", status);
        AddText(line, "requestId", record.RequestId);
        if (record.RespondedAt is { } time)
            AddTime(line, "respondedAt", time);
        AddText(line, "mediaType", record.MediaType);
        if (record.Bytes != 0)
            AddNumber(line, "bytes", record.Bytes);
        AddText(line, "sha256", record.Sha256);
        AddText(line, "file", record.File ?? "");
        AddRedactions(line, record);
        if (record.Error is { } error)
            line.Properties.Add(new("error", Pair("code", error.Code, "message", error.Message)));
        return AnswerWriter.WriteLine(line);
    }

    private static void AddRedactions(AnswerItem line, CallRecord record)
    {
        if (record.Redactions.Length == 0)
            return;
        var redactions = AnswerItem.List();
        foreach (var redaction in record.Redactions)
            redactions.Items.Add(Pair("path", redaction.Path, "reason", redaction.Reason));
        line.Properties.Add(new("redactions", redactions));
    }

    /// <summary>Both properties are written, empty or not: they make the object what it is.</summary>
    private static AnswerItem Pair(string firstName, string first, string secondName, string second)
    {
        var pair = AnswerItem.Structure();
        pair.Properties.Add(new(firstName, AnswerItem.String(first)));
        pair.Properties.Add(new(secondName, AnswerItem.String(second)));
        return pair;
    }

    private static void AddText(AnswerItem line, string name, string value)
    {
        if (value.Length > 0)
            line.Properties.Add(new(name, AnswerItem.String(value)));
    }

    private static void AddNumber(AnswerItem line, string name, long value) =>
        line.Properties.Add(new(name, AnswerItem.Literal(value.ToString(CultureInfo.InvariantCulture))));

    private static void AddTime(AnswerItem line, string name, DateTimeOffset time) =>
        line.Properties.Add(new(
            name, AnswerItem.String(time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture))));
}
