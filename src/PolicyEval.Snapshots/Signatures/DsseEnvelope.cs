using System.Text;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Signatures;

/// <summary>
/// One signature in a DSSE envelope. It has one spelling only: what is read must be what would be written, byte for
/// byte, so that no byte of the file can change unseen. Immutable.
/// </summary>
/// <param name="PayloadType">What the payload is; ASCII without quotes, backslashes and control characters.</param>
/// <param name="Payload">The signed bytes.</param>
/// <param name="KeyId">Which key signed: 64 lower-case hexadecimal digits.</param>
/// <param name="Signature">Over the pre-authentication encoding; ECDSA in DER.</param>
public sealed record DsseEnvelope(
    string PayloadType, ReadOnlyMemory<byte> Payload, string KeyId, ReadOnlyMemory<byte> Signature)
{
    /// <summary>The ending of the file's name behind the key id.</summary>
    public const string Ending = BagLayout.SignatureEnding;

    /// <summary>The envelope's file: JSON with two spaces, LF and the properties in this order.</summary>
    public byte[] Write() => Encoding.UTF8.GetBytes(
        $$"""
        {
          "payload": "{{Convert.ToBase64String(Payload.Span)}}",
          "payloadType": "{{PayloadType}}",
          "signatures": [
            {
              "keyid": "{{KeyId}}",
              "sig": "{{Convert.ToBase64String(Signature.Span)}}"
            }
          ]
        }

        """.ReplaceLineEndings("\n"));

    /// <summary>Reads an envelope; null after a diagnostic that names the first byte that differs.</summary>
    internal static DsseEnvelope? Read(Source source, SnapshotDiagnosticBag diagnostics)
    {
        if (new DsseEnvelopeReader(source, diagnostics).Read() is not { } envelope)
            return null;
        var written = envelope.Write();
        var common = source.Bytes.CommonPrefixLength(written);
        if (common == written.Length && common == source.Bytes.Length)
            return envelope;
        diagnostics.Report(
            SignatureDescriptors.NotCanonical, source.Name, source.PlaceOf(common), "", "envelope");
        return null;
    }
}
