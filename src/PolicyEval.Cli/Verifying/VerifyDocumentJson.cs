using System.Text.Json;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Cli.Verifying;

/// <summary>What the snapshot says of itself, in the JSON of <c>verify</c>.</summary>
internal sealed class VerifyDocumentJson(Utf8JsonWriter json)
{
    public void Write(SnapshotVerification snapshot)
    {
        json.WriteStartObject();
        json.WriteString("name", snapshot.Name);
        json.WriteString("digest", snapshot.Digest.Length > 0 ? snapshot.Digest : null);
        if (snapshot.Document is { } document)
            Write(document);
        json.WriteEndObject();
    }

    private void Write(SnapshotDocument document)
    {
        json.WriteString("kind", VerifyWords.Of(document.Kind));
        json.WriteString("origin", VerifyWords.Of(document.Origin));
        json.WriteString("account", Known(document.Account));
        json.WriteString("partition", Known(document.Partition));
        json.WriteString("caller", document.Caller?.Arn);
        json.WriteString("producer", document.Producer);
        json.WriteString("startedAt", VerifyWords.Of(document.StartedAt));
        json.WriteString("endedAt", VerifyWords.Of(document.EndedAt));
        json.WriteString("generatedAt", document.GeneratedAt is { } generated ? VerifyWords.Of(generated) : null);
        json.WriteString("assertedBy", document.Assertion?.By);
        json.WriteString("previousDigest", document.Previous?.Digest);
        if (document.Origin == SnapshotOrigin.Collected)
            json.WriteBoolean("complete", document.IsComplete);
        else
            json.WriteNull("complete");
        WriteGaps(document);
        WriteReconciliation(document.Reconciliation);
        json.WriteStartArray("warnings");
        foreach (var warning in document.Warnings)
            json.WriteStringValue(warning);
        json.WriteEndArray();
        json.WriteNumber("files", document.Files.Length);
    }

    private void WriteGaps(SnapshotDocument document)
    {
        json.WriteStartArray("failedCalls");
        foreach (var call in document.Calls)
        {
            if (call.Status is not (CallStatus.Failed or CallStatus.NotCalled))
                continue;
            json.WriteStartObject();
            json.WriteString("operation", call.Operation.Permission);
            json.WriteString("status", VerifyWords.Of(call.Status));
            json.WriteString("code", call.Error?.Code);
            json.WriteString("message", call.Error?.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteReconciliation(Reconciliation? users)
    {
        if (users is null)
        {
            json.WriteNull("reconciliation");
            return;
        }

        json.WriteStartObject("reconciliation");
        json.WriteNumber("reportRows", users.ReportRows);
        json.WriteBoolean("hasRootRow", users.HasRootRow);
        WriteCount("summaryUsers", users.SummaryUsers);
        WriteCount("listedUsers", users.ListedUsers);
        json.WriteBoolean("agrees", users.Agrees);
        json.WriteString("explanation", users.Explanation);
        json.WriteEndObject();
    }

    private void WriteCount(string name, long? count)
    {
        if (count is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }

    private static string? Known(string text) => text.Length > 0 ? text : null;
}
