using System.Buffers;
using System.Text.Json;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>
/// Writes <c>snapshot.json</c>: UTF-8 without byte order mark, LF, two spaces, properties in this order. The same
/// document gives the same bytes, which is how a verifier compares what it derives with what is written.
/// </summary>
internal static class DocumentWriter
{
    public static byte[] Write(SnapshotDocument document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, DocumentLayout.Options))
        {
            json.WriteStartObject();
            WriteOrigin(json, document);
            WriteTime(json, document);
            WritePlan(json, document);
            WriteCompleteness(json, document);
            WriteReconciliation(json, document.Reconciliation);
            WriteRedactions(json, document);
            WriteFiles(json, document);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteOrigin(Utf8JsonWriter json, SnapshotDocument document)
    {
        json.WriteString("format", SnapshotDocument.Format);
        json.WriteString("kind", DocumentWords.Of(document.Kind));
        json.WriteString("origin", DocumentWords.Of(document.Origin));
        json.WriteString("account", document.Account);
        json.WriteString("partition", document.Partition);
        if (document.Caller is { } caller)
        {
            json.WriteStartObject("caller");
            json.WriteString("arn", caller.Arn);
            json.WriteString("userId", caller.UserId);
            json.WriteString("account", caller.Account);
            json.WriteEndObject();
        }

        if (document.Assertion is { } assertion)
        {
            json.WriteStartObject("assertion");
            json.WriteString("by", assertion.By);
            json.WriteString("at", Timestamps.Text(assertion.At));
            json.WriteString("note", assertion.Note);
            json.WriteEndObject();
        }

        json.WriteString("producer", document.Producer);
    }

    private static void WriteTime(Utf8JsonWriter json, SnapshotDocument document)
    {
        json.WriteStartObject("time");
        json.WriteString("startedAt", Timestamps.Text(document.StartedAt));
        json.WriteString("endedAt", Timestamps.Text(document.EndedAt));
        if (document.GeneratedAt is { } generatedAt)
            json.WriteString("generatedAt", Timestamps.Text(generatedAt));
        if (document.ClockOffset is { } offset)
            json.WriteNumber("clockOffsetSeconds", offset);
        json.WriteEndObject();
    }

    private static void WritePlan(Utf8JsonWriter json, SnapshotDocument document)
    {
        json.WriteStartArray("plan");
        foreach (var operation in document.Plan)
            json.WriteStringValue(operation.Permission);
        json.WriteEndArray();
        if (document.Previous is not { } previous)
            return;
        json.WriteStartObject("previous");
        json.WriteString("digest", previous.Digest);
        json.WriteString("startedAt", Timestamps.Text(previous.StartedAt));
        json.WriteEndObject();
    }

    private static void WriteCompleteness(Utf8JsonWriter json, SnapshotDocument document)
    {
        json.WriteStartObject("completeness");
        json.WriteBoolean("complete", document.IsComplete);
        json.WriteStartArray("calls");
        foreach (var outcome in document.Calls)
        {
            json.WriteStartObject();
            json.WriteString("call", outcome.Operation.Permission);
            json.WriteString("status", DocumentWords.Of(outcome.Status));
            json.WriteNumber("pages", outcome.Pages);
            if (outcome.Rows is { } rows)
                json.WriteNumber("rows", rows);
            if (outcome.Error is { } error)
            {
                json.WriteStartObject("error");
                json.WriteString("code", error.Code);
                json.WriteString("message", error.Message);
                json.WriteEndObject();
            }

            if (outcome.MissingPermission is { } permission)
                json.WriteString("missingPermission", permission);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteReconciliation(Utf8JsonWriter json, Reconciliation? reconciliation)
    {
        if (reconciliation is null)
            return;
        json.WriteStartObject("reconciliation");
        json.WriteBoolean("agrees", reconciliation.Agrees);
        json.WriteNumber("reportRows", reconciliation.ReportRows);
        json.WriteBoolean("rootRow", reconciliation.HasRootRow);
        WriteCount(json, "summaryUsers", reconciliation.SummaryUsers);
        WriteCount(json, "listedUsers", reconciliation.ListedUsers);
        json.WriteString("explanation", reconciliation.Explanation);
        json.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter json, string name, long? count)
    {
        if (count is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }

    private static void WriteRedactions(Utf8JsonWriter json, SnapshotDocument document)
    {
        json.WriteStartArray("redactions");
        foreach (var file in document.Redactions)
        {
            json.WriteStartObject();
            json.WriteString("file", file.Path);
            json.WriteString("originalSha256", file.OriginalSha256);
            json.WriteStartArray("fields");
            foreach (var field in file.Fields)
                WriteRedaction(json, field);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRedaction(Utf8JsonWriter json, Redaction field)
    {
        json.WriteStartObject();
        json.WriteString("path", field.Path);
        json.WriteString("reason", field.Reason);
        json.WriteEndObject();
    }

    private static void WriteFiles(Utf8JsonWriter json, SnapshotDocument document)
    {
        json.WriteStartArray("warnings");
        foreach (var warning in document.Warnings)
            json.WriteStringValue(warning);
        json.WriteEndArray();
        json.WriteStartArray("files");
        foreach (var file in document.Files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteString("sha256", file.Sha256);
            json.WriteNumber("bytes", file.Bytes);
            if (file.Rows is { } rows)
                json.WriteNumber("rows", rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
