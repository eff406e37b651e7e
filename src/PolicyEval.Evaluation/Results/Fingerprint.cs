using System.Security.Cryptography;
using System.Text;

namespace PolicyEval.Evaluation.Results;

/// <summary>
/// Makes the fingerprints of findings, by which two runs are compared. Whoever reads a finding again makes it anew.
/// </summary>
public static class Fingerprint
{
    /// <summary>
    /// The fingerprint of a policy's findings about a resource, in every snapshot: 32 lower-case hexadecimal digits.
    /// </summary>
    /// <param name="policy">The policy's name.</param>
    /// <param name="resource">The resource.</param>
    public static string Of(string policy, ResourceReference resource)
    {
        var subject = resource.Arn.Length > 0 ? resource.Arn : resource.Id;
        var text = $"policyeval/1\0{policy}\0{resource.Account}\0{resource.Type}\0{subject}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }
}
