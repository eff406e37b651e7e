using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Testing;

/// <summary>Makes the files of a snapshot out of what a test describes, as AWS and its CLI would write them.</summary>
internal static class EvidenceBuilder
{
    /// <summary>The files by name.</summary>
    /// <param name="evidence">The description.</param>
    /// <param name="resource">The resource type of the policy that is tested.</param>
    public static ImmutableDictionary<string, ReadOnlyMemory<byte>> Build(TestEvidence evidence, string resource)
    {
        var files = ImmutableDictionary.CreateBuilder<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var (name, text) in evidence.Files)
            files[name] = Encoding.UTF8.GetBytes(text);
        foreach (var (name, answer) in evidence.Answers)
            files[name] = answer;
        if (evidence.Summary is { } summary)
            files[EvidenceFiles.AccountSummary] = Summary(summary);
        if (!IsReportBuilt(evidence))
            return files.ToImmutable();
        var csv = Encoding.UTF8.GetBytes(ReportText.Of(evidence, resource));
        if (evidence.Generated is { } generated)
            files[EvidenceFiles.CredentialReportAnswer] = Envelope(csv, generated);
        else
            files[EvidenceFiles.CredentialReport] = csv;
        return files.ToImmutable();
    }

    private static bool IsReportBuilt(TestEvidence evidence) =>
        evidence.HasReport
        && !evidence.Files.Any(f =>
            f.Key is EvidenceFiles.CredentialReport or EvidenceFiles.CredentialReportAnswer);

    private static ReadOnlyMemory<byte> Envelope(byte[] csv, string generated) => Json(writer =>
    {
        writer.WriteBase64String("Content", csv);
        writer.WriteString("ReportFormat", "text/csv");
        writer.WriteString("GeneratedTime", generated);
    });

    private static ReadOnlyMemory<byte> Summary(ImmutableArray<KeyValuePair<string, long>> numbers) => Json(writer =>
    {
        writer.WriteStartObject("SummaryMap");
        foreach (var (name, number) in numbers)
            writer.WriteNumber(name, number);
        writer.WriteEndObject();
    });

    private static ReadOnlyMemory<byte> Json(Action<Utf8JsonWriter> members)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }
        return bytes.WrittenMemory;
    }
}
