using PolicyEval.Evaluation.Resources.Tables;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Resources;

/// <summary>Where findings say that the evidence stands: file, line, column and pointer.</summary>
public sealed class EvidencePlaceTests
{
    [Theory]
    [InlineData("name", "11:35 /UserDetailList/0/UserPolicyList/0/PolicyName \"inline\"")]
    [InlineData("document", "12:39 /UserDetailList/0/UserPolicyList/0/PolicyDocument {…")]
    [InlineData("owner_name", "5:25 /UserDetailList/0/UserName \"alice\"")]
    public void A_nested_value_has_its_own_place(string field, string expected)
    {
        var evidence = SampleEvidence.Of((Answers.Details, Answers.AccountDetails));
        var policy = InlinePolicyTable.In(evidence).First();

        Assert.Equal($"{Answers.Details} {expected}", SampleEvidence.Cite(policy, field));
    }

    [Fact]
    public void A_list_is_cited_by_its_first_line_and_an_absent_one_by_its_owner()
    {
        var evidence = SampleEvidence.Of((Answers.Details, Answers.AccountDetails));
        var (alice, bob) = (evidence.Users.Records[0], evidence.Users.Records[1]);

        Assert.Equal(
            $"{Answers.Details} 9:31 /UserDetailList/0/UserPolicyList […",
            SampleEvidence.Cite(alice, "inline_policies"));
        Assert.Equal($"{Answers.Details} 24:9 /UserDetailList/1 {{…", SampleEvidence.Cite(bob, "inline_policies"));
        Assert.Equal(
            $"{Answers.Details} 30:26 /UserDetailList/1/GroupList []", SampleEvidence.Cite(bob, "groups"));
    }

    [Fact]
    public void Joined_lists_cite_the_list_that_they_come_from()
    {
        var evidence = SampleEvidence.Of([.. Answers.All]);

        Assert.StartsWith(
            "access-keys.json 2:26 /AccessKeyMetadata [", SampleEvidence.Cite(evidence.Users.Records[0], "access_keys"),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "virtual-mfa-devices.json 2:26 /VirtualMFADevices [",
            SampleEvidence.Cite(evidence.Root, "virtual_mfa_devices"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_cites_pointer_line_and_column()
    {
        using var scenario = new Scenario()
            .Snapshot(
                new CredentialReportText().Root().User("alice").ToString(),
                generated: "2026-01-01T00:00:00Z",
                files: (SampleEvidence.Details,
                    "{\"UserDetailList\": [{\"UserName\": \"é😀\", \"Arn\":\n  "
                    + "\"arn:aws:iam::111122223333:user/alice\", "
                    + "\"Tags\": [{\"Key\": \"a/b~c\", \"Value\": \"x\"}], \"Path\": \"/é/\"}],"
                    + "\"GroupDetailList\": [], \"RoleDetailList\": [], \"Policies\": []}"))
            .Policy("p.yaml", PolicyText.Of("p", "aws.iam.user", "user.path == '/' && user.tags == {}"));
        scenario.Request = scenario.Request with { Policies = ["p"] };

        var cell = Assert.Single(Assert.Single(scenario.Run().Findings).Evidence);

        Assert.Equal((SampleEvidence.Details, 2, 93), (cell.File, cell.Line, cell.Column));
        Assert.Equal(("/UserDetailList/0/Path", "Path", "\"/é/\""), (cell.Pointer, cell.Field, cell.Value));
    }
}
