using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Resources;

/// <summary>A policy of every type of resource, from the files to the findings.</summary>
public sealed class ResourceTypesTests
{
    private const string AsOf = "2026-01-01T00:00:00Z";

    [Theory]
    [InlineData("aws.iam.group", "group.name == 'Admins' && group.users.size() == 2", "Admins pass")]
    [InlineData("aws.iam.role", "role.trust_policy.statements().size() == 0 && role.instance_profiles.size() == 1",
        "Reader pass")]
    [InlineData("aws.iam.policy", "policy.is_aws_managed || !policy.document.allows('*', '*')",
        "Own fail, AdministratorAccess pass")]
    [InlineData("aws.iam.inline_policy", "inline_policy.owner_type == 'user' && inline_policy.owner_name == 'alice'",
        "user/alice/inline pass")]
    [InlineData("aws.iam.access_key", "!access_key.is_active",
        "bobby/****************1AAA fail, bobby/****************2AAA pass")]
    [InlineData("aws.iam.mfa_device", "mfa_device.is_virtual",
        "arn:aws:iam::111122223333:mfa/alice pass, arn:aws:iam::111122223333:mfa/root-account-mfa-device pass, "
        + "GAHT12345678 fail")]
    [InlineData("aws.iam.password_policy",
        "password_policy.exists && password_policy.minimum_password_length >= 14", "111122223333 pass")]
    [InlineData("aws.iam.server_certificate", "server_certificate.expiration > asOf", "old fail, good pass")]
    [InlineData("aws.iam.saml_provider", "saml_provider.name == 'Corp'",
        "Corp pass")]
    [InlineData("aws.iam.oidc_provider", "oidc_provider.url == 'token.actions.example.com'",
        "token.actions.example.com pass")]
    [InlineData("aws.iam.user", "user.inline_policies.size() == 0 && user.attached_policies.size() == 0",
        "alice fail, bob pass, bobby pass")]
    [InlineData("aws.iam.root", "root.virtual_mfa_devices.size() == 0", "<root_account> pass")]
    [InlineData("aws.account", "account.aliases == ['corp-prod'] && account.users.size() == 3", "111122223333 pass")]
    public void Every_type_has_its_resources(string type, string expression, string expected)
    {
        using var scenario = new Scenario()
            .Snapshot(Report(), generated: AsOf, files: Answers.All)
            .Policy("p.yaml", PolicyText.Of("p", type, expression));
        scenario.Request = scenario.Request with { Policies = ["p"] };

        var findings = scenario.Run().Findings;

        Assert.Equal(expected, string.Join(", ", findings.Select(f => $"{f.Resource.Id} {OutcomeNames.Of(f.Outcome)}")));
        Assert.All(findings, f => Assert.NotEmpty(f.Evidence));
    }

    private static string Report() => new CredentialReportText()
        .Root()
        .User("alice", ("arn", "arn:aws:iam::111122223333:user/staff/alice"))
        .User("bob")
        .User("bobby")
        .ToString();
}
