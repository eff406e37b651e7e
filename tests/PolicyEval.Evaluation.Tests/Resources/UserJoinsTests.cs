using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Evaluation.Resources.Joins;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Resources;

/// <summary>Users with what other files and other lists say of them.</summary>
public sealed class UserJoinsTests
{
    private const string Alice = """{"UserName": "alice", "Arn": "arn:aws:iam::111122223333:user/alice"}""";
    private const string Bob =
        """{"UserName": "bob", "Arn": "arn:aws:iam::111122223333:user/bob", "GroupList": ["Staff", "staff"]}""";

    [Fact]
    public void A_user_is_found_by_its_whole_arn()
    {
        var evidence = SampleEvidence.Of(SampleEvidence.DetailsOf(
            """
            {"UserName": "bob", "Arn": "arn:aws:iam::111122223333:user/bob", "Path": "/"},
            {"UserName": "bobby", "Arn": "arn:aws:iam::111122223333:user/bobby", "Path": "/y/"},
            {"UserName": "Bob", "Arn": "arn:aws:iam::111122223333:user/Bob", "Path": "/upper/"}
            """));

        Assert.Equal("/", Path("user/bob"));
        Assert.Equal("/y/", Path("user/bobby"));
        Assert.Equal("/upper/", Path("user/Bob"));
        Assert.Equal("? has no user arn:aws:iam::111122223333:user/bo", Path("user/bo"));

        string Path(string resource) => SampleEvidence.Read(
            evidence.UserJoins.DetailOf($"arn:aws:iam::111122223333:{resource}", resource), "path");
    }

    [Fact]
    public void A_user_that_is_listed_twice_is_not_known()
    {
        var evidence = SampleEvidence.Of(SampleEvidence.DetailsOf($"{Alice}, {Alice}"));

        Assert.Equal(
            "? has the user arn:aws:iam::111122223333:user/alice twice",
            SampleEvidence.Read(
                evidence.UserJoins.DetailOf("arn:aws:iam::111122223333:user/alice", "alice"), "attached_policies"));
    }

    [Fact]
    public void A_user_without_an_arn_may_be_anybody()
    {
        var evidence = SampleEvidence.Of(SampleEvidence.DetailsOf("""{"UserName": "alice"}"""));

        Assert.Equal(
            "? has an element without Arn",
            SampleEvidence.Read(evidence.UserJoins.DetailOf("arn:aws:iam::111122223333:user/alice", "alice"), "path"));
    }

    [Fact]
    public void Groups_are_found_letter_by_letter_and_list_their_users()
    {
        var evidence = SampleEvidence.Of(SampleEvidence.DetailsOf(
            $"{Alice}, {Bob}", """{"GroupName": "Staff"}, {"GroupName": "staff"}, {"GroupName": "Empty"}"""));

        Assert.Equal("[]", SampleEvidence.Read(evidence.Users.Records[0], "groups"));
        Assert.Equal("[Staff, staff]", SampleEvidence.Read(evidence.Users.Records[1], "groups"));
        Assert.Equal(
            ["[bob]", "[bob]", "[]"], evidence.Groups.Records.Select(group => SampleEvidence.Read(group, "users")));
    }

    [Theory]
    [InlineData("""{"GroupName": "Other"}""", "? names the group Staff, which GroupDetailList lacks")]
    [InlineData("""{"GroupName": "Staff"}, {"GroupName": "Staff"}""",
        "? names the group Staff, which GroupDetailList lacks")]
    public void A_group_that_is_not_there_once_makes_the_groups_unknown(string groups, string expected)
    {
        var evidence = SampleEvidence.Of(SampleEvidence.DetailsOf(Bob, groups));

        Assert.Equal(expected, SampleEvidence.Read(evidence.Users.Records[0], "groups"));
    }

    [Fact]
    public void A_list_of_groups_that_cannot_be_read_makes_the_users_of_all_groups_unknown()
    {
        var evidence = SampleEvidence.Of(SampleEvidence.DetailsOf(
            $$"""{{Bob}}, {"UserName": "x", "Arn": "arn:aws:iam::111122223333:user/x", "GroupList": [1]}""",
            """{"GroupName": "Staff"}, {"GroupName": "staff"}"""));

        Assert.Equal("? has an element without GroupList", SampleEvidence.Read(evidence.Groups.Records[0], "users"));
        Assert.Equal("? is no list of texts", SampleEvidence.Read(evidence.Users.Records[1], "groups"));
        Assert.Equal("[Staff, staff]", SampleEvidence.Read(evidence.Users.Records[0], "groups"));
    }

    [Fact]
    public void Keys_and_devices_belong_to_exactly_one_user()
    {
        var evidence = SampleEvidence.Of(
            SampleEvidence.DetailsOf($"{Alice}, {Bob}"),
            ("access-keys.json",
                """
                {"AccessKeyMetadata": [
                    {"UserName": "alice", "AccessKeyId": "A1"}, {"UserName": "Alice", "AccessKeyId": "A2"},
                    {"UserName": "alice", "AccessKeyId": "A3"}]}
                """),
            ("mfa-devices.json", """{"MFADevices": [{"UserName": "bob", "SerialNumber": "S1"}]}"""));

        var (alice, bob) = (evidence.Users.Records[0], evidence.Users.Records[1]);
        Assert.Equal("[A1, A3]", SampleEvidence.Read(alice, "access_keys"));
        Assert.Equal("[]", SampleEvidence.Read(bob, "access_keys"));
        Assert.Equal("[]", SampleEvidence.Read(alice, "mfa_devices"));
        Assert.Equal("[S1]", SampleEvidence.Read(bob, "mfa_devices"));
    }

    [Fact]
    public void A_key_of_nobody_may_be_everybodys()
    {
        var evidence = SampleEvidence.Of(
            SampleEvidence.DetailsOf(Alice),
            ("access-keys.json", """{"AccessKeyMetadata": [{"AccessKeyId": "A1"}]}"""));

        Assert.Equal(
            "? has an element without UserName", SampleEvidence.Read(evidence.Users.Records[0], "access_keys"));
    }

    [Fact]
    public void A_user_of_the_report_has_keys_also_where_the_details_lack_it()
    {
        var evidence = SampleEvidence.Of(
            SampleEvidence.DetailsOf(),
            ("access-keys.json", """{"AccessKeyMetadata": [{"UserName": "alice", "AccessKeyId": "A1"}]}"""));

        var detail = evidence.UserJoins.DetailOf("arn:aws:iam::111122223333:user/alice", "alice");
        Assert.Equal("[A1]", SampleEvidence.Read(detail, "access_keys"));
        Assert.StartsWith("? lacks 1 users, alice at ", SampleEvidence.Read(detail, "groups"), StringComparison.Ordinal);
    }

    [Fact]
    public void Policies_know_who_has_them_by_arn()
    {
        const string own = "arn:aws:iam::111122223333:policy/Own";
        var evidence = SampleEvidence.Of(SampleEvidence.DetailsOf(
            $$"""{"UserName": "alice", "AttachedManagedPolicies": [{"PolicyName": "Own", "PolicyArn": "{{own}}"}]}""",
            $$"""{"GroupName": "G", "AttachedManagedPolicies": [{"PolicyName": "Own", "PolicyArn": "{{own}}2"}]}""",
            $$"""{"RoleName": "R", "AttachedManagedPolicies": [{"PolicyName": "Other", "PolicyArn": "{{own}}"}]}""",
            $$"""{"PolicyName": "Own", "Arn": "{{own}}"}"""));

        var policy = evidence.Policies.Records[0];
        Assert.Equal(
            ["[alice]", "[]", "[R]"],
            new[] { "attached_users", "attached_groups", "attached_roles" }
                .Select(field => SampleEvidence.Read(policy, field)));
        Assert.Equal("[Other]", SampleEvidence.Read(evidence.Roles.Records[0], "attached_policies"));
    }

    [Fact]
    public void Users_that_only_the_details_have_are_missing_rows()
    {
        var report = ("credential-report.csv", new CredentialReportText().Root().User("alice").ToString());
        var both = SampleEvidence.Of(report, SampleEvidence.DetailsOf($"{Alice}, {Bob}"));
        var one = SampleEvidence.Of(report, SampleEvidence.DetailsOf(Alice));

        Assert.Null(one.Report.Unlisted);
        Assert.Equal(
            "no row of 1 listed users, bob at account-authorization-details.json:1:118 first",
            both.Report.Unlisted!.Why);
        Assert.Equal("user", both.Report.Unlisted.Field);
        Assert.Null(Users(both).Value);
        Assert.True(Users(both).IsGiven);
        Assert.Equal(1, Users(one).Value!.Value.AsList.Count);
    }

    [Theory]
    [InlineData("""{"Error": {"Code": "AccessDenied"}}""", true)]
    [InlineData(null, false)]
    public void A_refused_report_is_given_and_says_nothing(string? refusal, bool isGiven)
    {
        var evidence = refusal is null
            ? SampleEvidence.Of(("account-summary.json", """{"SummaryMap": {"Users": 1}}"""))
            : SampleEvidence.Of(("credential-report.json", refusal));

        Assert.Null(Users(evidence).Value);
        Assert.Equal(isGiven, Users(evidence).IsGiven);
    }

    private static FieldReading Users(SnapshotEvidence evidence) =>
        evidence.UserJoins.UsersOf(evidence.Snapshot.Accounts.FirstOrDefault());
}
