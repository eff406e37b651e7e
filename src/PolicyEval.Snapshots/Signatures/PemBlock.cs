using System.Security.Cryptography;
using System.Text;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Signatures;

/// <summary>The one block of a PEM file (RFC 7468). LF or CRLF, and text around it, are as good.</summary>
/// <param name="Label">What it says it is, such as <c>PUBLIC KEY</c>.</param>
/// <param name="Bytes">What it holds.</param>
/// <param name="Place">Where it begins.</param>
internal sealed record PemBlock(string Label, byte[] Bytes, (int Line, int Column) Place)
{
    /// <summary>
    /// Reads it; null after a diagnostic, also where there are several, since nobody says which counts.
    /// </summary>
    public static PemBlock? Read(Source source, SnapshotDiagnosticBag diagnostics)
    {
        // Latin-1 makes every byte one character, so that indexes are offsets.
        var text = Encoding.Latin1.GetString(source.Bytes);
        if (!PemEncoding.TryFind(text, out var fields))
        {
            diagnostics.Report(SignatureDescriptors.NotPem, source.Name, (1, 1), "");
            return null;
        }

        var (start, length) = fields.Location.GetOffsetAndLength(text.Length);
        if (text.IndexOf("-----BEGIN ", start + length, StringComparison.Ordinal) is >= 0 and var second)
        {
            diagnostics.Report(SignatureDescriptors.SeveralBlocks, source.Name, source.PlaceOf(second), "");
            return null;
        }

        var bytes = new byte[fields.DecodedDataLength];
        return Convert.TryFromBase64String(text[fields.Base64Data], bytes, out var written) && written == bytes.Length
            ? new PemBlock(text[fields.Label], bytes, source.PlaceOf(start))
            : throw new InvalidOperationException("PemEncoding.TryFind lets only base64 pass.");
    }
}
