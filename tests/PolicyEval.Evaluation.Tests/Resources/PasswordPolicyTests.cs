using PolicyEval.Evaluation.Resources.Fields;

namespace PolicyEval.Evaluation.Tests.Resources;

/// <summary>The password policy, which may be none, refused or not given.</summary>
public sealed class PasswordPolicyTests
{
    private const string File = "account-password-policy.json";

    [Fact]
    public void A_policy_that_is_there_says_what_AWS_wrote()
    {
        var policy = Policy("""{"PasswordPolicy": {"MinimumPasswordLength": 14, "RequireSymbols": false}}""");

        Assert.Equal(
            ["true", "14", "false", "null", "null", "null", "? no such property"],
            Read(policy, "exists", "minimum_password_length", "require_symbols", "max_password_age",
                "password_reuse_prevention", "hard_expiry", "require_numbers"));
        Assert.Equal(
            $"{File} 1:46 /PasswordPolicy/MinimumPasswordLength 14",
            SampleEvidence.Cite(policy, "minimum_password_length"));
        Assert.StartsWith(
            $"{File} 1:20 /PasswordPolicy {{\"Minimum", SampleEvidence.Cite(policy, "max_password_age"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void No_such_entity_says_that_there_is_none()
    {
        var policy = Policy("""{"Error": {"Code": "NoSuchEntity", "Message": "none"}}""");

        Assert.Equal(
            ["false", "null", "null", "null", "? there is no password policy", "? there is no password policy"],
            Read(policy, "exists", "max_password_age", "password_reuse_prevention", "hard_expiry",
                "minimum_password_length", "require_symbols"));
        Assert.Equal($"{File} 1:20 /Error/Code \"NoSuchEntity\"", SampleEvidence.Cite(policy, "exists"));
        Assert.Equal($"{File} 1:20 /Error/Code \"NoSuchEntity\"", SampleEvidence.Cite(policy, "max_password_age"));
    }

    [Theory]
    [InlineData("""{"Error": {"Code": "AccessDenied"}}""", "? AWS answered AccessDenied")]
    [InlineData("""{"Error": {"Code": "Throttling"}}""", "? AWS answered Throttling")]
    [InlineData(null, "? not given")]
    public void A_refused_call_is_no_missing_policy(string? text, string expected)
    {
        var policy = Policy(text);

        Assert.Equal([expected, expected], Read(policy, "exists", "max_password_age"));
    }

    [Fact]
    public void Some_SDKs_write_the_code_with_an_ending() =>
        Assert.Equal(
            ["false", "null"],
            Read(Policy("""{"Error": {"Code": "NoSuchEntityException"}}"""), "exists", "max_password_age"));

    private static JsonRecord Policy(string? text) => SampleEvidence.Of(
        text is null ? ("account-summary.json", """{"SummaryMap": {"Users": 1}}""") : (File, text)).PasswordPolicy;

    private static string[] Read(JsonRecord policy, params string[] fields) =>
        [.. fields.Select(field => SampleEvidence.Read(policy, field))];
}
