using System.Security.Cryptography;
using System.Text;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Makes the fingerprints that findings document.</summary>
internal static class Fingerprint
{
    /// <summary>The fingerprint of a policy's findings about a resource.</summary>
    public static string Of(string policy, ResourceReference resource)
    {
        var subject = resource.Arn.Length > 0 ? resource.Arn : resource.Id;
        var text = $"policyeval/1\0{policy}\0{resource.Account}\0{resource.Type}\0{subject}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }
}
