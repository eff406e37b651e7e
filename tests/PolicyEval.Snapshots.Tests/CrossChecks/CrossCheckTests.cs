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
        Assert.StartsWith($"UserDetailList lacks {count} users that ", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Users_whom_the_list_of_users_lacks_leave_open_who_is_a_user_PE6163()
    {
        var report = Report(new CredentialReportText().Root().User("ann").User("bob"));
        var result = Read(report, Users("ann"));

        var found = Assert.Single(result.Diagnostics);
        Assert.Equal(("PE6163", "users.json", "bob"), (found.Id, found.File, found.Arguments[2]));
        var doubt = Assert.Single(result.Snapshot!.Doubts);
        Assert.Equal(("credential-report.csv", "user", Doubt.Whole), (doubt.File, doubt.Field, doubt.Row));
        Assert.Equal("users.json lacks 1 users of the report, bob at credential-report.csv:4:1 first", doubt.Why);
        Assert.Empty(Read(report, Users("ann", "bob")).Diagnostics);

        static (string, string) Users(params string[] names) =>
            ("users.json", $$"""{"Users": [{{string.Join(", ", names.Select(name => User(name, "")))}}]}""");
    }

    [Theory]
    [InlineData("access-keys.json", "AccessKeyMetadata", "{\"UserName\": \"X\", \"Status\": \"Inactive\"}")]
    [InlineData("mfa-devices.json", "MFADevices", "{\"UserName\": \"X\"}")]
    [InlineData("virtual-mfa-devices.json", "VirtualMFADevices",
        "{\"SerialNumber\": \"S\", \"User\": {\"Arn\": \"arn:aws:iam::111122223333:user/x/X\"}}")]
    public void Users_that_only_have_keys_or_devices_leave_open_who_is_a_user_PE6169(
        string file, string list, string one)
    {
        var active = file == "mfa-devices.json" ? "true" : "false";
        var report = Report(new CredentialReportText().Root().User("ann", ("mfa_active", active)));
        (string, string) details = (Details, $$"""{"UserDetailList": [{{User("ann", "")}}]}""");
        var result = Read(report, Owned("bob", "bob", "ann"));

        var found = Assert.Single(result.Diagnostics);
        Assert.Equal(("PE6169", file), (found.Id, found.File));
        Assert.Equal(
            $"{list} has keys or devices of 1 users that credential-report.csv lacks: bob.", found.Message);
        var doubt = Assert.Single(result.Snapshot!.Doubts);
        Assert.Equal(("credential-report.csv", "user", Doubt.Whole), (doubt.File, doubt.Field, doubt.Row));
        Assert.StartsWith($"lacks 1 users, bob at {file}:1:", doubt.Why, StringComparison.Ordinal);
        Assert.Empty(Read(report, Owned("ann")).Diagnostics);

        // Without a report the users are those of the details.
        Assert.Equal((Details, "UserDetailList"), Field(Assert.Single(Read(details, Owned("bob")).Snapshot!.Doubts)));
        Assert.Empty(Read(details, Owned("ann")).Diagnostics);
        Assert.Empty(Read(Owned("bob")).Diagnostics);

        (string, string) Owned(params string[] names) => (file, $$"""
            {"{{list}}": [{{string.Join(", ", names.Select(name => one.Replace("X", name, StringComparison.Ordinal)))}}]}
            """);
        static (string, string) Field(Doubt doubt) => (doubt.File, doubt.Field);
    }

    [Fact]
    public void Who_is_listed_elsewhere_and_root_are_not_said_again_PE6169()
    {
        var result = Read(
            Report(new CredentialReportText().Root().User("ann")),
            ("users.json", $$"""{"Users": [{{User("ann", "")}}, {{User("bob", "")}}]}"""),
            ("access-keys.json", """{"AccessKeyMetadata": [{"UserName": "bob", "Status": "Active"}, {"Status": "x"}]}"""),
            ("virtual-mfa-devices.json",
                """{"VirtualMFADevices": [{"User": {"Arn": "arn:aws:iam::111122223333:root"}}, {"SerialNumber": "S"}]}"""));

        Assert.Equal(["PE6144"], result.Diagnostics.Select(d => d.Id));
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

    private const string Own = "arn:aws:iam::111122223333:policy/Own";

    [Theory]
    [InlineData(0, 1, "AttachmentCount")]
    [InlineData(1, 2, "AttachmentCount")]
    [InlineData(2, 2, "")]
    [InlineData(3, 2, "AttachmentCount")]
    public void As_many_have_a_policy_as_it_counts_PE6167(int counted, int holders, string property)
    {
        // One that names it twice is one.
        const string names = $$"""
            "AttachedManagedPolicies": [{"PolicyArn": "{{Own}}"}, {"PolicyArn": "{{Own}}"}]
            """;
        var result = Read(Principals(names, holders, "AttachmentCount", counted));

        AssertPolicyDoubted(result, property, $"counts {counted}, and {holders} users, groups and roles name the policy");
    }

    [Theory]
    [InlineData(0, 1, "PermissionsBoundaryUsageCount")]
    [InlineData(1, 1, "")]
    [InlineData(1, 0, "PermissionsBoundaryUsageCount")]
    public void Boundaries_are_counted_apart_PE6167(int counted, int holders, string property)
    {
        const string names = $$"""
            "PermissionsBoundary": {"PermissionsBoundaryArn": "{{Own}}"}
            """;
        var result = Read(Principals(names, holders, "PermissionsBoundaryUsageCount", counted));

        AssertPolicyDoubted(result, property, $"counts {counted}, and {holders} users, groups and roles name the policy");
    }

    [Theory]
    [InlineData("{}", "", "", "")]
    [InlineData("{}", "\"Groups\": 0", "", "AttachmentCount")]
    [InlineData("", "\"Groups\": 0", "", "")]
    [InlineData("{}", "\"Groups\": 0", ", \"IsTruncated\": true", "")]
    public void Too_many_counted_say_something_only_where_all_who_may_have_it_are_listed_PE6167(
        string role, string counts, string more, string property)
    {
        var result = Read(
            Summary(counts),
            (Details,
                $$"""
                {"UserDetailList": [{}], "GroupDetailList": [], "RoleDetailList": [{{role}}],
                 "Policies": [{"PolicyName": "Own", "Arn": "{{Own}}", "AttachmentCount": 1}]{{more}}}
                """));

        Assert.Equal(
            property.Length == 0 ? "" : $"Policies/{property}",
            string.Join(' ', result.Snapshot!.Doubts.Select(doubt => doubt.Field)));
    }

    [Theory]
    [InlineData("v2", "v2", "")]
    [InlineData("v1", "v2", "Policies/DefaultVersionId Policies/PolicyVersionList/Document")]
    [InlineData("V2", "v2", "Policies/DefaultVersionId Policies/PolicyVersionList/Document")]
    public void The_default_version_is_the_one_that_is_marked_PE6168(string named, string marked, string doubted)
    {
        var result = Read((Details,
            $$"""
            {"Policies": [{"PolicyName": "Other"}, {"PolicyName": "Own", "DefaultVersionId": "{{named}}",
              "PolicyVersionList": [{"VersionId": "v1", "IsDefaultVersion": false},
                                    {"VersionId": "{{marked}}", "IsDefaultVersion": true}]}]}
            """));

        Assert.Equal(doubted, string.Join(' ', result.Snapshot!.Doubts.Select(doubt => doubt.Field)));
        Assert.All(result.Snapshot!.Doubts, doubt => Assert.Equal((Details, 1), (doubt.File, doubt.Row)));
        Assert.Equal(doubted.Length == 0 ? [] : ["PE6168"], result.Diagnostics.Select(d => d.Id));
        Assert.All(result.Diagnostics, found => Assert.Equal(("1", "Own"), (found.Arguments[0], found.Arguments[1])));
    }

    [Theory]
    [InlineData("true", "", "MFADevices mfa_active")]
    [InlineData("true", "ann", "")]
    [InlineData("false", "ann", "mfa_active")]
    [InlineData("false", "", "")]
    [InlineData("not_supported", "ann", "")]
    public void MFA_of_a_row_and_the_list_of_devices_have_to_agree_PE6165(string active, string owner, string doubted)
    {
        var device = owner.Length == 0 ? "" : $$"""{"UserName": "{{owner}}", "SerialNumber": "S"}""";
        var result = Read(
            Report(new CredentialReportText().Root().User("ann", ("mfa_active", active))),
            ("mfa-devices.json", $$"""{"MFADevices": [{{device}}]}"""));

        AssertDoubted(result, doubted);
    }

    [Fact]
    public void The_case_of_a_name_counts()
    {
        var result = Read(
            Report(new CredentialReportText().Root().User("ann", ("mfa_active", "true"))),
            ("mfa-devices.json", """{"MFADevices": [{"UserName": "Ann", "SerialNumber": "S"}]}"""));

        Assert.Equal(["PE6165", "PE6169"], result.Diagnostics.Select(d => d.Id));
        Assert.Equal(["user", "MFADevices", "mfa_active"], result.Snapshot!.Doubts.Select(doubt => doubt.Field));
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
    [InlineData("active")]
    [InlineData("")]
    public void A_status_that_AWS_does_not_write_may_be_any_PE6165(string status)
    {
        var result = Read(
            Report(new CredentialReportText().Root().User("ann")),
            ("access-keys.json",
                $$"""{"AccessKeyMetadata": [{"UserName": "ann", "Status": "{{status}}"}]}"""));

        AssertDoubted(result, "access_key_1_active access_key_2_active");
    }

    [Theory]
    [InlineData("2026-01-01T00:00:00Z", "2026-01-01T00:00:00+00:00", "Active", "")]
    [InlineData("2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z", "Active", "")]
    [InlineData("2026-01-01T00:00:00Z", "2026-01-01T00:00:02Z", "Active", Doubted)]
    [InlineData("2026-01-01T00:00:00Z", "2019-01-01T00:00:00Z", "Active", Doubted)]
    [InlineData("2026-01-01T00:00:00Z", "2019-01-01T00:00:00Z", "Expired", "AccessKeyMetadata access_key_1_active access_key_2_active")]
    [InlineData("N/A", "2019-01-01T00:00:00Z", "Active", "")]
    [InlineData("2026-01-01T00:00:00Z", "soon", "Active", "")]
    public void The_dates_of_active_keys_have_to_agree_PE6165(
        string rotated, string created, string status, string doubted)
    {
        var result = Read(
            Report(new CredentialReportText().Root()
                .User("ann", ("access_key_1_active", "true"), ("access_key_1_last_rotated", rotated))),
            ("access-keys.json",
                $$"""
                {"AccessKeyMetadata": [{"UserName": "ann", "Status": "{{status}}", "CreateDate": "{{created}}"}]}
                """));

        AssertDoubted(result, doubted);
    }

    [Theory]
    [InlineData("2024", "2025", "2024", "2025", "")]
    [InlineData("2024", "2025", "2025", "2024", "")]
    [InlineData("2024", "2025", "2024", "2024", DoubtedTwice)]
    [InlineData("2024", "2024", "2024", "2025", DoubtedTwice)]
    public void Each_active_key_has_its_date_in_either_source(
        string first, string second, string one, string other, string doubted)
    {
        var result = Read(
            Report(new CredentialReportText().Root().User(
                "ann",
                ("access_key_1_active", "true"), ("access_key_1_last_rotated", $"{first}-01-01T00:00:00Z"),
                ("access_key_2_active", "true"), ("access_key_2_last_rotated", $"{second}-01-01T00:00:00Z"))),
            ("access-keys.json",
                $$"""
                {"AccessKeyMetadata": [
                    {"UserName": "ann", "Status": "Active", "CreateDate": "{{one}}-01-01T00:00:00Z"},
                    {"UserName": "ann", "Status": "Active", "CreateDate": "{{other}}-01-01T00:00:00Z"}]}
                """));

        AssertDoubted(result, doubted);
    }

    [Fact]
    public void An_inactive_key_of_another_date_says_nothing_of_an_active_one()
    {
        var result = Read(
            Report(new CredentialReportText().Root().User(
                "ann", ("access_key_1_active", "true"), ("access_key_1_last_rotated", "2026-01-01T00:00:00Z"))),
            ("access-keys.json",
                """
                {"AccessKeyMetadata": [
                    {"UserName": "ann", "Status": "Inactive", "CreateDate": "2026-01-01T00:00:00Z"},
                    {"UserName": "ann", "Status": "Active", "CreateDate": "2019-01-01T00:00:00Z"}]}
                """));

        AssertDoubted(result, DoubtedTwice);
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

    private const string Doubted =
        "access_key_1_last_rotated access_key_2_last_rotated AccessKeyMetadata/CreateDate";

    private const string DoubtedTwice = Doubted + " AccessKeyMetadata/CreateDate";

    /// <summary>A policy and who may have it: users, the first of whom do, a group and a role.</summary>
    private static (string Name, string Text) Principals(string names, int holders, string property, int counted)
    {
        var users = Enumerable.Repeat($"{{{names}}}", holders).Append("{\"AttachedManagedPolicies\": []}");
        return (Details,
            $$"""
            {"UserDetailList": [{{string.Join(", ", users)}}], "GroupDetailList": [{}], "RoleDetailList": [{}],
             "Policies": [{"PolicyName": "Other"}, {"PolicyName": "Own", "Arn": "{{Own}}", "{{property}}": {{counted}}}]}
            """);
    }

    private static void AssertPolicyDoubted(SnapshotResult result, string property, string why)
    {
        if (property.Length == 0)
        {
            Assert.Empty(result.Diagnostics);
            Assert.Empty(result.Snapshot!.Doubts);
            return;
        }

        var found = Assert.Single(result.Diagnostics);
        Assert.Equal(("PE6167", property), (found.Id, found.Field));
        Assert.Equal(
            $"{property} of 1 managed policies is not the number of users, groups and roles that name them: Own.",
            found.Message);
        var doubt = Assert.Single(result.Snapshot!.Doubts);
        Assert.Equal((Details, $"Policies/{property}", 1), (doubt.File, doubt.Field, doubt.Row));
        Assert.StartsWith(why, doubt.Why, StringComparison.Ordinal);
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
