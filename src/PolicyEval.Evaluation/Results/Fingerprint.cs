using System.Security.Cryptography;
using System.Text;

namespace PolicyEval.Evaluation.Results;

/// <summary>
/// Makes the fingerprints of findings, by which two runs are compared. Whoever reads a finding again makes it anew.
/// </summary>
public static class Fingerprint
{
    private const int UsualBytes = 1024;

    private static ReadOnlySpan<byte> Version => "policyeval/1"u8;

    /// <summary>
    /// The fingerprint of a policy's findings about a resource, in every snapshot: 32 lower-case hexadecimal digits.
    /// </summary>
    /// <param name="policy">The policy's name.</param>
    /// <param name="resource">The resource.</param>
    public static string Of(string policy, ResourceReference resource)
    {
        var subject = resource.Arn.Length > 0 ? resource.Arn : resource.Id;
        var length = BytesMax(policy) + BytesMax(resource.Account) + BytesMax(resource.Type) + BytesMax(subject);
        Span<byte> usual = stackalloc byte[UsualBytes];
        var text = length <= UsualBytes - Version.Length ? usual : new byte[Version.Length + length];
        Version.CopyTo(text);
        var count = Version.Length;
        foreach (var part in (ReadOnlySpan<string>)[policy, resource.Account, resource.Type, subject])
        {
            text[count++] = 0;
            count += Encoding.UTF8.GetBytes(part, text[count..]);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..count], hash);
        return Convert.ToHexStringLower(hash[..(hash.Length / 2)]);
    }

    /// <summary>What a part takes at most: the NUL before it, and three bytes for each unit of UTF-16.</summary>
    private static int BytesMax(string part) => 1 + (3 * part.Length);
}
