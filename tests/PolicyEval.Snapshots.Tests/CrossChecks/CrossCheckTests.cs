using System.Text;
using PolicyEval.Snapshots.CrossChecks;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Testing;

namespace PolicyEval.Snapshots.Tests.CrossChecks;

/// <summary>What the sources of a snapshot say of each other, and which of them then proves nothing.</summary>
public sealed class CrossCheckTests
{
    private const string Details = "account-authorization-details.json";
    private const string Generated = "2026-03-01T06:00:00+00:00";

    [Fact]
    public void Sources_that_agree_are_doubted_by_nothing()
    {
        var report = new CredentialReportText().Root().User("ann", ("mfa_active", "true"))
            .User("bob", ("access_key_1_active", "true"));
        var result = Read(
            Report(report),
            Summary("\"Users\": 2, \"Groups\": 1, \"Roles\": 1, \"Policies\": 1, \"ServerCertificates\": 0"),
            (Details,
                $$"""
                {"UserDetailList": [{{User("ann", ", \"GroupList\": [\"g\"]")}}, {{User("bob", "")}}],
                 "GroupDetailList": [{"GroupName": "g", "AttachedManagedPolicies":
                    [{"PolicyArn": "arn:aws:iam::aws:policy/P"}]}],
                 "RoleDetailList": [{"RoleName": "r"}],
                 "Policies": [{"Arn": "arn:aws:iam::aws:policy/P"}, {"Arn": "arn:aws:iam::111122223333:policy/Q"}]}
                """),
            ("mfa-devices.json", """{"MFADevices": [{"UserName": "ann", "SerialNumber": "GAHT1"}]}"""),
            ("access-keys.json",
                """
                {"AccessKeyMetadata": [{"UserName": "bob", "Status": "Active"},
                                       {"UserName": "bob", "Status": "Inactive"}]}
                """),
            ("server-certificates.json", """{"ServerCertificateMetadataList": []}"""));

        Assert.Empty(result.Diagnostics);
        Assert.Empty(result.Snapshot!.Doubts);
    }

    [Theory]
    [InlineData("Groups", "GroupDetailList", "{\"GroupName\": \"g\"}", "groups")]
    [InlineData("Roles", "RoleDetailList", "{\"RoleName\": \"g\"}", "roles")]
    [InlineData("Users", "UserDetailList", "{\"UserName\": \"g\"}", "users")]
    [InlineData("Policies", "Policies", "{\"PolicyName\": \"g\"}", "customer managed policies")]
    public void A_list_that_is_shorter_than_the_summary_counts_is_not_whole_PE6161(
        string count, string list, string one, string words)
    {
        Assert.Empty(Of(1, one).Snapshot!.Doubts);
        var result = Of(2, one);
        var found = Assert.Single(result.Diagnostics);
        Assert.Equal(("PE6161", "account-summary.json", count), (found.Id, found.File, found.Field));
        Assert.Equal(
            $"The account summary counts 2 {words}, {list} at {Details}:1:{list.Length + 6} lists 1: one of them is "
            + "filtered, cut or older.",
            found.Message);
        var doubt = Assert.Single(result.Snapshot!.Doubts);
        Assert.Equal((Details, list, Doubt.Whole), (doubt.File, doubt.Field, doubt.Row));
        Assert.StartsWith(
            $"lists 1 {words}, but {count} = 2 at account-summary.json:1:", doubt.Why, StringComparison.Ordinal);
        Assert.NotEmpty(Of(1, "").Snapshot!.Doubts);

        SnapshotResult Of(int counted, string elements) =>
            Read(Summary($"\"{count}\": {counted}"), (Details, $$"""{"{{list}}": [{{elements}}]}"""));
    }

    [Theory]
    [InlineData("Groups", "GroupDetailList", "PE6161")]
    [InlineData("Roles", "RoleDetailList", "")]
    public void A_list_that_is_longer_is_whole_and_only_where_the_count_is_sure_a_warning(
        string count, string list, string expected)
    {
        var result = Read(Summary($"\"{count}\": 1"), (Details, $$"""{"{{list}}": [{"X": 1}, {"X": 2}]}"""));

        Assert.Equal(expected, string.Concat(result.Diagnostics.Select(d => d.Id)));
        Assert.Empty(result.Snapshot!.Doubts);
    }

    [Theory]
    [InlineData("arn:aws:iam::aws:policy/P", 1)]
    [InlineData("arn:aws-cn:iam::aws:policy/P", 1)]
    [InlineData("arn:aws:iam::111122223333:policy/P", 0)]
    public void Policies_of_AWS_are_not_counted(string arn, int doubts)
    {
        var result = Read(Summary("\"Policies\": 1"), (Details, $$"""{"Policies": [{"Arn": "{{arn}}"}]}"""));

        Assert.Equal(doubts, result.Snapshot!.Doubts.Count());
    }

    [Fact]
    public void Server_certificates_are_counted_and_a_cut_list_is_not_compared()
    {
        var summary = Summary("\"ServerCertificates\": 1");

        Assert.Equal(
            "ServerCertificateMetadataList",
            Assert.Single(Read(summary, Certificates("")).Snapshot!.Doubts).Field);
        Assert.Equal(["PE6025"], Read(summary, Certificates(", \"IsTruncated\": true")).Diagnostics.Select(d => d.Id));

        static (string, string) Certificates(string more) =>
            ("server-certificates.json", $$"""{"ServerCertificateMetadataList": []{{more}}}""");
    }

    [Fact]
    public void Users_that_only_the_details_have_are_named_and_those_created_since_told_apart_PE6162()
    {
        var users = string.Join(
            ", ", User("ann", ""), User("bob", ", \"CreateDate\": \"2026-03-01T06:00:00Z\""),
            User("eve", ", \"CreateDate\": \"2026-03-01T06:00:01Z\""));
        var result = Read(
            Report(new CredentialReportText().Root().User("ann")), Details(users), Time());

        var found = Assert.Single(result.Diagnostics);
        Assert.Equal(("PE6162", "Arn"), (found.Id, found.Field));
        Assert.Equal(
            "The authorization details list 2 users that credential-report.csv has no row of: bob, eve. Created after "
            + "the report of 2026-03-01T06:00:00.000Z: 1; should be in it: 1.",
            found.Message);
        var doubt = Assert.Single(result.Snapshot!.Doubts);
        Assert.Equal(("credential-report.csv", "user", Doubt.Whole), (doubt.File, doubt.Field, doubt.Row));

        static (string, string) Details(string users) =>
            (CrossCheckTests.Details, $$"""{"UserDetailList": [{{users}}]}""");
        (string, string) Time() => ("credential-report.json", Sample.Json(
            new CredentialReportText().Root().User("ann").ToString(), $", \"GeneratedTime\": \"{Generated}\""));
    }

    [Theory]
    [InlineData(5, "u0, u1, u2, u3, u4")]
    [InlineData(6, "u0, u1, u2, u3, u4 and 1 more")]
    public void Users_that_only_the_report_has_are_named_up_to_five_PE6163(int count, string names)
    {
        var report = new CredentialReportText().Root();
        for (var i = 0; i < count; i++)
            report.User($"u{i}");
        var result = Read(Report(report), (Details, """{"UserDetailList": []}"""));

        var found = Assert.Single(result.Diagnostics);
        Assert.Equal("PE6163", found.Id);
        Assert.Equal(names, found.Arguments[2]);
        var doubt = Assert.Single(result.Snapshot!.Doubts);
        Assert.Equal((Details, "UserDetailList"), (doubt.File, doubt.Field));
        Assert.Equal($"lacks {count} users of the report, u0 at credential-report.csv:3:1 first", doubt.Why);
    }

    [Fact]
    public void A_listed_user_without_an_ARN_may_be_any()
    {
        var result = Read(
            Report(new CredentialReportText().Root().User("ann")),
            (Details, """{"UserDetailList": [{"UserName": "ann"}]}"""));

        Assert.Empty(result.Diagnostics);
    }

    [Theory]
    [InlineData("\"GroupList\": [\"g\", \"g\"]", "GroupDetailList", "g")]
    [InlineData("\"AttachedManagedPolicies\": [{\"PolicyArn\": \"arn:aws:iam::aws:policy/P\"}]", "Policies",
        "arn:aws:iam::aws:policy/P")]
    public void What_is_named_has_to_be_listed_PE6164(string names, string list, string missing)
    {
        var result = Read((Details, $$"""{"UserDetailList": [{ {{names}} }], "{{list}}": []}"""));

        var found = Assert.Single(result.Diagnostics);
        Assert.Equal("PE6164", found.Id);
        Assert.Equal((list, "1", missing), (found.Arguments[0], found.Arguments[2], found.Arguments[3]));
        Assert.Equal(list, Assert.Single(result.Snapshot!.Doubts).Field);
        Assert.Empty(Read((Details, $$"""{"UserDetailList": [{ {{names}} }]}""")).Diagnostics);
    }

    [Theory]
    [InlineData("true", "", "MFADevices mfa_active")]
    [InlineData("true", "ann", "")]
    [InlineData("false", "ann", "mfa_active")]
    [InlineData("false", "", "")]
    [InlineData("not_supported", "ann", "")]
    [InlineData("true", "Ann", "MFADevices mfa_active")]
    public void MFA_of_a_row_and_the_list_of_devices_have_to_agree_PE6165(string active, string owner, string doubted)
    {
        var device = owner.Length == 0 ? "" : $$"""{"UserName": "{{owner}}", "SerialNumber": "S"}""";
        var result = Read(
            Report(new CredentialReportText().Root().User("ann", ("mfa_active", active))),
            ("mfa-devices.json", $$"""{"MFADevices": [{{device}}]}"""));

        AssertDoubted(result, doubted);
    }

    [Theory]
    [InlineData("true", "false", 1, "")]
    [InlineData("false", "true", 1, "")]
    [InlineData("true", "true", 2, "")]
    [InlineData("true", "false", 2, "access_key_1_active access_key_2_active")]
    [InlineData("true", "true", 1, "AccessKeyMetadata access_key_1_active access_key_2_active")]
    [InlineData("true", "", 0, "")]
    public void Active_keys_of_a_row_and_the_list_of_keys_have_to_agree_PE6165(
        string first, string second, int active, string doubted)
    {
        var keys = Enumerable.Repeat("""{"UserName": "ann", "Status": "Active"}""", active)
            .Append("""{"UserName": "ann", "Status": "Inactive"}""");
        var result = Read(
            Report(new CredentialReportText().Root()
                .User("ann", ("access_key_1_active", first), ("access_key_2_active", second))),
            ("access-keys.json", $$"""{"AccessKeyMetadata": [{{string.Join(", ", keys)}}]}"""));

        AssertDoubted(result, doubted);
    }

    [Theory]
    [InlineData("2026-03-01T10:00:00Z", "")]
    [InlineData("2026-03-01T10:00:01Z", "PE6166 1:53 CreateDate")]
    public void An_answer_with_a_date_four_hours_after_the_report_is_too_young_PE6166(string date, string expected)
    {
        var csv = new CredentialReportText().Root().ToString();
        var result = Read(
            ("credential-report.json", Sample.Json(csv, $", \"GeneratedTime\": \"{Generated}\"")),
            (Details, $$"""{"RoleDetailList": [{"RoleName": "r", "CreateDate": "{{date}}"}]}"""));

        Assert.Equal(expected, string.Join(' ', result.Places()));
        Assert.Empty(result.Snapshot!.Doubts);
    }

    [Theory]
    [InlineData("caller-identity.json", """{"UserId": "A", "Arn": "arn:aws:iam::444455556666:user/x"}""")]
    [InlineData("virtual-mfa-devices.json",
        """{"VirtualMFADevices": [{"SerialNumber": "arn:aws:iam::444455556666:mfa/x"}]}""")]
    [InlineData("virtual-mfa-devices.json",
        """{"VirtualMFADevices": [{"SerialNumber": "S", "User": {"Arn": "arn:aws:iam::444455556666:user/x"}}]}""")]
    [InlineData("mfa-devices.json", """{"MFADevices": [{"SerialNumber": "arn:aws:iam::444455556666:mfa/x"}]}""")]
    [InlineData("server-certificates.json",
        """{"ServerCertificateMetadataList": [{"Arn": "arn:aws:iam::444455556666:server-certificate/x"}]}""")]
    [InlineData("saml-providers.json",
        """{"SAMLProviderList": [{"Arn": "arn:aws:iam::444455556666:saml-provider/x"}]}""")]
    [InlineData("users.json", """{"Users": [{"Arn": "arn:aws:iam::444455556666:user/x"}]}""")]
    [InlineData("account-authorization-details.json",
        """{"Policies": [{"Arn": "arn:aws:iam::aws:policy/P"}, {"Arn": "arn:aws:iam::444455556666:policy/x"}]}""")]
    public void An_answer_of_another_account_is_refused_PE6160(string file, string text)
    {
        var csv = new CredentialReportText().Root();
        var result = Read(Report(csv), (file, text));

        Assert.Null(result.Snapshot);
        var found = Assert.Single(result.Diagnostics);
        Assert.Equal(("PE6160", SnapshotSeverity.Error, file), (found.Id, found.Severity, found.File));
        Assert.Contains("444455556666", found.Message, StringComparison.Ordinal);
        Assert.EndsWith("and the snapshot is of 111122223333.", found.Message, StringComparison.Ordinal);
        var own = text.Replace("444455556666", CredentialReportText.Account, StringComparison.Ordinal);
        Assert.NotNull(Read(Report(csv), (file, own)).Snapshot);
    }

    [Fact]
    public void Without_a_report_answers_of_two_accounts_are_refused_too()
    {
        var result = Read(
            ("saml-providers.json", """{"SAMLProviderList": [{"Arn": "arn:aws:iam::444455556666:saml-provider/x"}]}"""),
            ("server-certificates.json",
                """{"ServerCertificateMetadataList": [{"Arn": "arn:aws:iam::111122223333:server-certificate/x"}]}"""));

        Assert.Equal(["PE6160"], result.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Other_accounts_of_the_organisation_are_none_of_the_snapshots()
    {
        var result = Read(
            Report(new CredentialReportText().Root()),
            ("organization-accounts.json",
                """{"Accounts": [{"Arn": "arn:aws:organizations::444455556666:account/o-a/444455556666"}]}"""));

        Assert.Empty(result.Diagnostics);
    }

    private static void AssertDoubted(SnapshotResult result, string doubted)
    {
        Assert.Equal(doubted, string.Join(' ', result.Snapshot!.Doubts.Select(doubt => doubt.Field)));
        Assert.All(
            result.Snapshot.Doubts.Where(doubt => doubt.File == "credential-report.csv"),
            doubt => Assert.Equal(1, doubt.Row));
        if (doubted.Length == 0)
        {
            Assert.DoesNotContain(result.Diagnostics, d => d.Id == "PE6165");
            return;
        }

        var found = Assert.Single(result.Diagnostics);
        Assert.Equal(("PE6165", 3, "ann"), (found.Id, found.Line, found.Arguments[3]));
    }

    private static string User(string name, string more) =>
        $$"""{"UserName": "{{name}}", "Arn": "arn:aws:iam::111122223333:user/{{name}}"{{more}}}""";

    private static (string Name, string Text) Report(CredentialReportText report) =>
        ("credential-report.csv", report.ToString());

    private static (string Name, string Text) Summary(string counts) =>
        ("account-summary.json", "{\"SummaryMap\": {" + counts + "}}");

    private static SnapshotResult Read(params (string Name, string Text)[] files) => Snapshot.Read(
        files.ToDictionary(file => file.Name, file => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file.Text)), "s");
}
