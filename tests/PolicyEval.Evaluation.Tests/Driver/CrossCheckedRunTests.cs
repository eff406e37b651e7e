using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Driver;

/// <summary>Runs on evidence whose sources disagree: no pass by it, no guess, and failures stay.</summary>
public sealed class CrossCheckedRunTests
{
    private const string Details = "account-authorization-details.json";
    private const string Generated = "2026-03-01T06:00:00Z";

    [Theory]
    [InlineData("true", "", Outcome.Incomplete)]
    [InlineData("true", "{\"UserName\": \"ann\"}", Outcome.Pass)]
    [InlineData("false", "{\"UserName\": \"ann\"}", Outcome.Fail)]
    [InlineData("false", "", Outcome.Fail)]
    public void MFA_that_the_list_of_devices_denies_is_no_pass(string active, string devices, Outcome expected)
    {
        var csv = new CredentialReportText().Root()
            .User("ann", ("password_enabled", "true"), ("mfa_active", active)).ToString();
        using var scenario = new Scenario().Snapshot(
            csv, files: ("mfa-devices.json", $$"""{"MFADevices": [{{devices}}]}"""));
        var finding = scenario.Only("console-user-mfa");

        Assert.Equal(expected, finding.Outcome);
        if (expected != Outcome.Incomplete)
            return;
        var missing = Assert.Single(finding.Missing);
        Assert.Equal(("credential-report.csv", "mfa_active"), (missing.File, missing.Field));
        Assert.Equal("differs from the MFA devices of ann in mfa-devices.json:1:16", missing.Why);
        Assert.Equal(3, missing.Cell!.Line);
    }

    [Theory]
    [InlineData(1, "false", Outcome.Pass)]
    [InlineData(2, "false", Outcome.Incomplete)]
    [InlineData(1, "true", Outcome.Fail)]
    public void A_key_that_only_the_list_has_is_no_pass(int listed, string second, Outcome expected)
    {
        var csv = new CredentialReportText().Root()
            .User("ann", ("access_key_1_active", "true"), ("access_key_2_active", second)).ToString();
        var keys = Enumerable.Repeat("""{"UserName": "ann", "Status": "Active"}""", listed);
        using var scenario = new Scenario().Snapshot(
            csv, files: ("access-keys.json", $$"""{"AccessKeyMetadata": [{{string.Join(", ", keys)}}]}"""));

        Assert.Equal(expected, scenario.Only("one-active-access-key").Outcome);
    }

    [Fact]
    public void A_user_without_keys_who_has_one_in_the_list_is_not_out_of_scope()
    {
        using var scenario = new Scenario().Snapshot(
            new CredentialReportText().Root().User("ann").ToString(), generated: Generated,
            files: ("access-keys.json", """{"AccessKeyMetadata": [{"UserName": "ann", "Status": "Active"}]}"""));

        Assert.Equal(Outcome.Incomplete, scenario.Only("access-key-rotation").Outcome);
    }

    [Theory]
    [InlineData("no-expired-certificates", "\"ServerCertificates\": 1", "server-certificates.json",
        """{"ServerCertificateMetadataList": []}""")]
    [InlineData("no-full-admin-policies", "\"Policies\": 1", Details,
        """{"UserDetailList": [], "GroupDetailList": [], "RoleDetailList": [], "Policies": []}""")]
    [InlineData("support-role", "\"Roles\": 1", Details,
        """{"UserDetailList": [], "GroupDetailList": [], "RoleDetailList": [], "Policies": []}""")]
    [InlineData("cloudshell-full-access-restricted", "\"Groups\": 1", Details,
        """
        {"UserDetailList": [], "GroupDetailList": [],
         "RoleDetailList": [{"RoleName": "r", "Arn": "arn:aws:iam::111122223333:role/r"}], "Policies": []}
        """)]
    public void A_list_that_was_filtered_out_proves_nothing(string policy, string counts, string file, string text)
    {
        var csv = new CredentialReportText().Root().ToString();
        using var filtered = new Scenario().Snapshot(csv, counts, Generated, (file, text));
        using var whole = new Scenario().Snapshot(csv, counts.Replace('1', '0'), Generated, (file, text));

        Assert.Equal(Outcome.Incomplete, filtered.Only(policy).Outcome);
        whole.Request = whole.Request with { Policies = [policy] };
        Assert.DoesNotContain(whole.Run().Findings, finding => finding.Outcome == Outcome.Incomplete);
    }

    [Theory]
    [InlineData("no-full-admin-policies", Details)]
    [InlineData("support-role", Details)]
    [InlineData("cloudshell-full-access-restricted", Details)]
    [InlineData("no-expired-certificates", "server-certificates.json")]
    [InlineData("root-hardware-mfa", "virtual-mfa-devices.json")]
    [InlineData("identity-federation", "saml-providers.json")]
    public void One_page_of_several_proves_nothing_for_who_needs_the_whole_list(string policy, string cut)
    {
        (string Name, string Text)[] files =
        [
            (Details,
                """
                {"UserDetailList": [{"UserName": "ann", "Arn": "arn:aws:iam::111122223333:user/ann"}],
                 "GroupDetailList": [], "RoleDetailList": [], "Policies": []}
                """),
            ("server-certificates.json", """{"ServerCertificateMetadataList": []}"""),
            ("virtual-mfa-devices.json", """{"VirtualMFADevices": []}"""),
            ("saml-providers.json", """{"SAMLProviderList": []}"""),
        ];
        using var whole = Of(files);
        using var page = Of(
            [.. files.Select(f => f.Name == cut ? (f.Name, f.Text.TrimEnd('}') + ", \"NextToken\": \"x\"}") : f)]);

        Assert.DoesNotContain(Outcome.Incomplete, Outcomes(whole));
        Assert.Equal([Outcome.Incomplete], Outcomes(page));

        IEnumerable<Outcome> Outcomes(Scenario scenario)
        {
            scenario.Request = scenario.Request with { Policies = [policy] };
            return scenario.Run().Findings.Select(finding => finding.Outcome);
        }

        static Scenario Of((string Name, string Text)[] files) => new Scenario().Snapshot(
            new CredentialReportText().Root().User("ann", ("password_enabled", "true")).ToString(),
            "\"AccountMFAEnabled\": 1, \"AccountPasswordPresent\": 1", Generated, files);
    }

    [Fact]
    public void A_failure_of_what_a_short_list_has_stays_a_failure()
    {
        const string certificate =
            """
            {"ServerCertificateMetadataList": [{"ServerCertificateName": "old", "Expiration": "2020-01-01T00:00:00Z",
                "Arn": "arn:aws:iam::111122223333:server-certificate/old"}]}
            """;
        using var scenario = new Scenario().Snapshot(
            new CredentialReportText().Root().ToString(), "\"ServerCertificates\": 2", Generated,
            ("server-certificates.json", certificate));
        scenario.Request = scenario.Request with { Policies = ["no-expired-certificates"] };

        Assert.Equal(
            [("old", Outcome.Fail), (ResourceReference.Unlisted, Outcome.Incomplete)],
            scenario.Run().Findings.Select(finding => (finding.Resource.Id, finding.Outcome)));
    }

    [Fact]
    public void Users_that_only_the_details_have_leave_every_question_about_users_open()
    {
        using var scenario = new Scenario().Snapshot(
            new CredentialReportText().Root().ToString(), "\"Users\": 0", files:
            (Details, """{"UserDetailList": [{"UserName": "eve", "Arn": "arn:aws:iam::111122223333:user/eve"}]}"""));
        var finding = scenario.Only("console-user-mfa");

        Assert.Equal((Outcome.Incomplete, ResourceReference.Unlisted), (finding.Outcome, finding.Resource.Id));
        Assert.Contains(
            "eve at account-authorization-details.json:1:", Assert.Single(finding.Missing).Why,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_that_the_details_lack_is_incomplete_where_they_are_asked()
    {
        using var scenario = new Scenario().Snapshot(
            new CredentialReportText().Root().User("ann").ToString(), files:
            (Details, """{"UserDetailList": [], "GroupDetailList": [], "RoleDetailList": [], "Policies": []}"""));
        var finding = scenario.Only("user-permissions-through-groups");

        Assert.Equal(("ann", Outcome.Incomplete), (finding.Resource.Id, finding.Outcome));
    }
}
