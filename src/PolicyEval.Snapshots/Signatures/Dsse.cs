using System.Globalization;
using System.Text;

namespace PolicyEval.Snapshots.Signatures;

/// <summary>
/// The Dead Simple Signing Envelope, version 1: what is signed is type and bytes, so that no signature can be taken for
/// one of something else. Source: the DSSE protocol specification, v1.0.0.
/// </summary>
public static class Dsse
{
    /// <summary>The type of what a snapshot's signature is over: the bytes of its tag manifest.</summary>
    public const string PayloadType = "application/vnd.policyeval.tagmanifest";

    /// <summary><c>DSSEv1 LEN(type) type LEN(body) body</c>, the lengths in bytes and in ASCII digits.</summary>
    public static byte[] PreAuthenticationEncoding(string type, ReadOnlySpan<byte> body)
    {
        var head = string.Create(
            CultureInfo.InvariantCulture, $"DSSEv1 {Encoding.UTF8.GetByteCount(type)} {type} {body.Length} ");
        return [.. Encoding.UTF8.GetBytes(head), .. body];
    }
}
