using System.Security.Cryptography;
using System.Text;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Tests.Results;

/// <summary>A fingerprint is the first half of the sha256 of a text that anybody can put together.</summary>
public sealed class FingerprintTests
{
    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/ada", 0)]
    [InlineData("", 0)]
    [InlineData("arn:aws:iam::111122223333:user/", 5000)]
    [InlineData("arn:aws:iam::111122223333:user/ü€😀", 300)]
    [InlineData("half \ud83d of a pair", 1)]
    public void It_is_of_the_policy_and_the_resource(string start, int more)
    {
        var arn = start + string.Concat(Enumerable.Repeat("ж", more));
        var resource = new ResourceReference("aws.iam.user", "ada", arn, "111122223333");
        var text = "policyeval/1\0p\0111122223333\0aws.iam.user\0" + (arn.Length > 0 ? arn : "ada");
        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

        Assert.Equal(expected, Fingerprint.Of("p", resource));
    }
}
