using System.Collections.Immutable;
using System.Text.Json;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Words;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Cli.Verifying;

/// <summary>
/// The result of <c>verify</c> for programs, described by <c>policies/schemas/verification.schema.json</c>. The names
/// from <c>signatureValid</c> to <c>validationErrors</c> are those of AWS Audit Manager's
/// ValidateAssessmentReportIntegrity.
/// </summary>
internal sealed class VerifyJson : IDisposable
{
    /// <summary>The version of the document's shape: the second number grows with each new property.</summary>
    public const string FormatVersion = "1.1";

    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;

    public VerifyJson(Stream output)
    {
        _output = output;
        _json = new Utf8JsonWriter(
            output, new JsonWriterOptions { Indented = true, IndentSize = 2, NewLine = "\n" });
    }

    public void Write(VerifyOutcome outcome)
    {
        var snapshot = outcome.Snapshot;
        var trusted = snapshot.Signatures.FirstOrDefault(signature => signature.IsTrusted);
        _json.WriteStartObject();
        _json.WriteString("formatVersion", FormatVersion);
        _json.WriteString("verdict", VerifyWords.Of(snapshot.Verdict));
        _json.WriteBoolean("readable", outcome.IsReadable);
        _json.WriteBoolean("intact", outcome.IsIntact);
        _json.WriteNumber("exitCode", outcome.ExitCode);
        _json.WriteBoolean("signatureValid", snapshot.Verdict == VerificationVerdict.Trusted);
        _json.WriteString("signatureAlgorithm", snapshot.Signatures.IsEmpty ? null : SnapshotSignature.Algorithm);
        _json.WriteNull("signatureDateTime");
        _json.WriteString("signatureKeyId", (trusted ?? snapshot.Signatures.FirstOrDefault())?.KeyId);
        WriteErrors(outcome.Problems);
        WriteSignatures(snapshot.Signatures);
        _json.WritePropertyName("snapshot");
        new VerifyDocumentJson(_json).Write(snapshot);
        WriteChecks(snapshot.Checks);
        WriteChain(outcome.Chain);
        WriteProblems(outcome.Problems);
        _json.WriteEndObject();
        _json.Flush();
        _output.Write("\n"u8);
        _output.Flush();
    }

    public void Dispose() => _json.Dispose();

    private void WriteErrors(ImmutableArray<Diagnostic> problems)
    {
        _json.WriteStartArray("validationErrors");
        foreach (var problem in problems.Where(problem => problem.Severity == DiagnosticSeverity.Error))
        {
            var place = problem.Location.ToString();
            _json.WriteStringValue($"{place}{(place.Length > 0 ? ": " : "")}{problem.Id}: {problem.Message}");
        }

        _json.WriteEndArray();
    }

    private void WriteSignatures(ImmutableArray<SignatureState> signatures)
    {
        _json.WriteStartArray("signatures");
        foreach (var signature in signatures)
        {
            _json.WriteStartObject();
            _json.WriteString("keyId", signature.KeyId);
            _json.WriteString("status", VerifyWords.Of(signature.Status));
            _json.WriteBoolean("trusted", signature.IsTrusted);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteChecks(ImmutableArray<VerificationCheck> checks)
    {
        _json.WriteStartArray("checks");
        foreach (var check in checks)
        {
            _json.WriteStartObject();
            _json.WriteString("name", check.Name);
            _json.WriteString("status", VerifyWords.Of(check.Status));
            _json.WriteString("detail", check.Detail);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteChain(ChainVerification? chain)
    {
        if (chain is null)
        {
            _json.WriteNull("chain");
            return;
        }

        _json.WriteStartObject("chain");
        _json.WriteBoolean("whole", chain.IsWhole);
        _json.WriteStartArray("links");
        foreach (var link in chain.Links)
        {
            _json.WriteStartObject();
            _json.WriteString("name", link.Name);
            _json.WriteString("account", link.Account);
            _json.WriteString("digest", link.Digest);
            _json.WriteString("startedAt", VerifyWords.Of(link.StartedAt));
            _json.WriteString("previousDigest", link.PreviousDigest);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteProblems(ImmutableArray<Diagnostic> problems)
    {
        _json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            _json.WriteStartObject();
            _json.WriteString("id", problem.Id);
            _json.WriteString("severity", ResultWords.Of(problem.Severity));
            _json.WriteString("place", problem.Location.ToString());
            _json.WriteString("message", problem.Message);
            _json.WriteString("help", problem.Descriptor.Help);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }
}
