using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Snapshots.Tests.Calls;

public sealed class SecretTextTests
{
    [Theory]
    [InlineData("nothing to hide", "nothing to hide")]
    [InlineData("user AKIAIOSFODNN7EXAMPLE is …", "user ****************MPLE is …")]
    [InlineData(
        "the secret was wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY.", "the secret was [redacted].")]
    public void Secrets_in_a_text_are_masked_and_stay_masked(string text, string masked)
    {
        Assert.Equal(masked, SecretText.Mask(text));
        Assert.Equal(masked, SecretText.Mask(masked));
    }
}
