namespace PolicyEval.Evaluation.Tests.Resources;

/// <summary>Lists that are not all here: nothing that needs all of them may go on as if they were.</summary>
public sealed class GapTests
{
    private const string Alice = """{"UserName": "alice", "Arn": "arn:aws:iam::111122223333:user/alice"}""";

    [Theory]
    [InlineData(", \"IsTruncated\": true, \"Marker\": \"AAAA\"", "is cut: more pages follow", "IsTruncated")]
    [InlineData(", \"Marker\": \"AAAA\"", "is cut: more pages follow", "Marker")]
    [InlineData(", \"NextToken\": \"AAAA\"", "is cut: more pages follow", "NextToken")]
    [InlineData(", \"IsTruncated\": false, \"Marker\": null, \"NextToken\": null", "", "")]
    [InlineData(", \"IsTruncated\": \"true\"", "is cut: more pages follow", "IsTruncated")]
    [InlineData(", \"NextToken\": 5", "is cut: more pages follow", "NextToken")]
    [InlineData(", \"More\": {\"IsTruncated\": true}", "", "")]
    public void A_page_of_several_is_cut(string more, string gap, string field)
    {
        var evidence = SampleEvidence.Of(SampleEvidence.DetailsOf(Alice, more: more));

        Assert.Equal(gap, evidence.Users.Gap);
        Assert.Equal(gap, evidence.Policies.Gap);
        Assert.Equal(field, evidence.Roles.Missing?.Cell?.Field ?? "");
        Assert.Single(evidence.Users.Records);
    }

    [Theory]
    [InlineData("""{"Error": {"Code": "AccessDenied", "Message": "no"}}""", "AWS answered AccessDenied", true)]
    [InlineData("""{"Error": {"Code": "Throttling"}}""", "AWS answered Throttling", true)]
    [InlineData(null, "not given", false)]
    public void What_was_refused_or_not_given_is_unknown(string? text, string gap, bool isGiven)
    {
        var evidence = SampleEvidence.Of(text is null
            ? ("account-summary.json", """{"SummaryMap": {"Users": 1}}""")
            : ("server-certificates.json", text));

        Assert.Equal(gap, evidence.ServerCertificates.Gap);
        Assert.Empty(evidence.ServerCertificates.Records);
        Assert.Null(evidence.ServerCertificates.Reading.Value);
        Assert.Equal(isGiven, evidence.ServerCertificates.Reading.IsGiven);
        Assert.Equal("ServerCertificateMetadataList", evidence.ServerCertificates.Missing!.Field);
        Assert.StartsWith(
            "aws iam list-server-certificates", evidence.ServerCertificates.Missing.Command, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_at_the_top_that_is_absent_is_unknown_and_an_empty_one_is_empty()
    {
        var evidence = SampleEvidence.Of((SampleEvidence.Details, """{"UserDetailList": [], "Policies": []}"""));

        Assert.Equal(("", "no such property"), (evidence.Users.Gap, evidence.Roles.Gap));
        Assert.Equal(0, evidence.Users.Reading.Value!.Value.AsList.Count);
        Assert.Null(evidence.Roles.Reading.Value);
    }

    [Fact]
    public void A_list_that_is_none_is_unknown_and_cited()
    {
        var evidence = SampleEvidence.Of((SampleEvidence.Details,
            """{"UserDetailList": {}, "GroupDetailList": [], "RoleDetailList": "x", "Policies": []}"""));

        Assert.Equal("is no list", evidence.Users.Gap);
        Assert.Equal("/UserDetailList", evidence.Users.Missing!.Cell!.Pointer);
        Assert.Equal("/RoleDetailList", evidence.Roles.Missing!.Cell!.Pointer);
    }

    /// <summary>One that is here is known; whether there are others is not.</summary>
    [Fact]
    public void What_one_page_has_is_known_and_what_it_lacks_is_not()
    {
        var evidence = SampleEvidence.Of(
            SampleEvidence.DetailsOf(Alice, """{"GroupName": "Staff"}""", more: ", \"IsTruncated\": true"));

        var alice = evidence.UserJoins.DetailOf("arn:aws:iam::111122223333:user/alice", "alice");
        var bob = evidence.UserJoins.DetailOf("arn:aws:iam::111122223333:user/bob", "bob");
        Assert.Equal("[]", SampleEvidence.Read(alice, "attached_policies"));
        Assert.Equal("? is cut: more pages follow", SampleEvidence.Read(bob, "attached_policies"));
        Assert.Equal("? is cut: more pages follow", SampleEvidence.Read(evidence.Groups.Records[0], "users"));
    }

    [Theory]
    [InlineData("access-keys.json", "AccessKeyMetadata", "access_keys")]
    [InlineData("mfa-devices.json", "MFADevices", "mfa_devices")]
    public void Keys_and_devices_of_a_cut_list_are_unknown(string file, string list, string field)
    {
        var evidence = SampleEvidence.Of(
            SampleEvidence.DetailsOf(Alice),
            (file, $$"""{"{{list}}": [{"UserName": "alice"}], "NextToken": "x"}"""));

        Assert.Equal("? is cut: more pages follow", SampleEvidence.Read(evidence.Users.Records[0], field));
    }

    [Fact]
    public void Lists_below_the_top_that_AWS_leaves_out_are_empty()
    {
        var evidence = SampleEvidence.Of(SampleEvidence.DetailsOf(
            """
            {"UserName": "a"}, {"UserName": "b", "UserPolicyList": [], "Tags": []},
            {"UserName": "c", "UserPolicyList": null, "Tags": null}
            """,
            """{"GroupName": "g"}""", """{"RoleName": "r"}"""));

        Assert.All(evidence.Users.Records, user =>
        {
            string[] lists = ["inline_policies", "attached_policies", "groups"];
            Assert.All(lists, list => Assert.Equal("[]", SampleEvidence.Read(user, list)));
            Assert.Equal("{}", SampleEvidence.Read(user, "tags"));
            Assert.Equal("null", SampleEvidence.Read(user, "permissions_boundary"));
        });
        Assert.Equal("[]", SampleEvidence.Read(evidence.Groups.Records[0], "inline_policies"));
        Assert.Equal("[]", SampleEvidence.Read(evidence.Roles.Records[0], "instance_profiles"));
        Assert.Equal("null", SampleEvidence.Read(evidence.Roles.Records[0], "last_used"));
    }

    [Theory]
    [InlineData("\"UserPolicyList\": {}", "inline_policies", "? is no list")]
    [InlineData("\"AttachedManagedPolicies\": 1", "attached_policies", "? is no list")]
    [InlineData("\"GroupList\": \"Staff\"", "groups", "? is no list")]
    [InlineData("\"Tags\": [{\"Key\": \"a\"}]", "tags", "? is no list of tags, each key once")]
    [InlineData("\"Tags\": [{\"Key\": \"a\", \"Value\": \"1\"}, {\"Key\": \"a\", \"Value\": \"2\"}]", "tags",
        "? is no list of tags, each key once")]
    [InlineData("\"PermissionsBoundary\": {\"PermissionsBoundaryArn\": 1}", "permissions_boundary", "? is no text")]
    public void What_is_of_another_kind_is_unknown(string property, string field, string expected)
    {
        var evidence = SampleEvidence.Of(SampleEvidence.DetailsOf($$"""{"UserName": "a", {{property}}}"""));

        Assert.Equal(expected, SampleEvidence.Read(evidence.Users.Records[0], field));
    }

    [Theory]
    [InlineData("", "? no such property", "")]
    [InlineData(", \"AttachmentCount\": null", "? is null", "null")]
    [InlineData(", \"AttachmentCount\": \"1\"", "? is not an integer", "\"1\"")]
    public void What_is_null_stands_there(string property, string expected, string cited)
    {
        var evidence = SampleEvidence.Of(
            SampleEvidence.DetailsOf(policies: $$"""{"PolicyName": "p"{{property}}}"""));

        var policy = evidence.Policies.Records[0];
        Assert.Equal(expected, SampleEvidence.Read(policy, "attachment_count"));
        Assert.EndsWith(cited, SampleEvidence.Cite(policy, "attachment_count"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Active", "true")]
    [InlineData("Inactive", "false")]
    [InlineData("Expired", "false")]
    [InlineData("active", "? is none of Active, Inactive, Expired")]
    [InlineData("", "? is none of Active, Inactive, Expired")]
    public void Only_a_status_that_AWS_writes_says_whether_a_key_is_active(string status, string expected)
    {
        var evidence = SampleEvidence.Of(
            ("access-keys.json", $$"""{"AccessKeyMetadata": [{"UserName": "a", "Status": "{{status}}"}]}"""));

        Assert.Equal(expected, SampleEvidence.Read(evidence.AccessKeys.Records[0], "is_active"));
    }

    [Fact]
    public void A_date_that_the_report_contradicts_is_known_and_doubted()
    {
        var evidence = SampleEvidence.Of(
            ("credential-report.csv", new PolicyEval.Testing.CredentialReportText().Root().User(
                "a", ("access_key_1_active", "true"), ("access_key_1_last_rotated", "2025-12-01T00:00:00Z")).ToString()),
            ("access-keys.json",
                """{"AccessKeyMetadata": [{"UserName": "a", "Status": "Active", "CreateDate": "2019-01-01T00:00:00Z"}]}"""));

        var key = evidence.AccessKeys.Records[0];
        var slot = key.Table.Fields.Select(field => field.Name).ToList().IndexOf("create_date");
        Assert.Equal("differs from the row at credential-report.csv:3:1", key.DoubtAt(slot)!.Why);
        Assert.Equal("\"2019-01-01T00:00:00Z\"", key.DoubtAt(slot)!.Cell!.Value);
        Assert.Null(key.DoubtAt(slot - 1));
    }

    [Fact]
    public void An_element_that_is_no_object_makes_what_needs_all_unknown()
    {
        var evidence = SampleEvidence.Of(SampleEvidence.DetailsOf(
            $"{Alice}, \"bob\"", """{"GroupName": "Staff"}""", policies: """{"PolicyName": "p", "Arn": "a"}"""));

        Assert.Equal("? has an element without GroupList", SampleEvidence.Read(evidence.Groups.Records[0], "users"));
        Assert.Equal(
            "? has an element without AttachedManagedPolicies",
            SampleEvidence.Read(evidence.Policies.Records[0], "attached_users"));
        Assert.Equal("? no such property", SampleEvidence.Read(evidence.Users.Records[1], "attached_policies"));
    }
}
