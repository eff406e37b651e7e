using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Snapshots.Tests.Calls;

public sealed class AnswerDerivationTests
{
    private const string Alice =
        "<member><UserId>AIDAEXAMPLEALICE00000</UserId><Path>/</Path><UserName>alice</UserName>"
        + "<Arn>arn:aws:iam::111122223333:user/alice</Arn><CreateDate>2026-01-02T03:04:05Z</CreateDate></member>";

    private const string Bob = "<member><UserName>bob</UserName></member>";

    [Fact]
    public void A_summary_is_a_map_of_numbers()
    {
        var json = new Recorded().Answer(
            ApiOperations.GetAccountSummary,
            "<SummaryMap><entry><key>Users</key><value>27</value></entry>"
            + "<entry><key>AccountMFAEnabled</key><value>1</value></entry></SummaryMap>").Text("account-summary.json");

        Assert.Equal(
            "{\n    \"SummaryMap\": {\n        \"Users\": 27,\n        \"AccountMFAEnabled\": 1\n    }\n}\n", json);
    }

    [Fact]
    public void Pages_are_merged_in_their_order_and_members_stand_in_the_model_s_order()
    {
        var recorded = new Recorded()
            .Answer(ApiOperations.ListUsers, $"<IsTruncated>true</IsTruncated><Marker>m</Marker><Users>{Alice}</Users>")
            .Answer(ApiOperations.ListUsers, $"<Users>{Bob}</Users><IsTruncated>false</IsTruncated>", ("Marker", "m"));

        var file = recorded.Derive().First(derived => derived.Name == "users.json");

        Assert.Equal(
            ["data/raw/iam/ListUsers/0001.xml", "data/raw/iam/ListUsers/0002.xml"], file.DerivedFrom.AsEnumerable());
        Assert.Equal(
            """
            {
                "Users": [
                    {
                        "Path": "/",
                        "UserName": "alice",
                        "UserId": "AIDAEXAMPLEALICE00000",
                        "Arn": "arn:aws:iam::111122223333:user/alice",
                        "CreateDate": "2026-01-02T03:04:05+00:00"
                    },
                    {
                        "UserName": "bob"
                    }
                ]
            }

            """,
            recorded.Text("users.json"));
    }

    [Fact]
    public void A_list_of_which_a_page_failed_never_looks_whole()
    {
        var json = new Recorded()
            .Answer(ApiOperations.ListUsers, $"<IsTruncated>true</IsTruncated><Marker>m</Marker><Users>{Alice}</Users>")
            .Failure(ApiOperations.ListUsers, "Throttling", ("Marker", "m"))
            .Text("users.json");

        Assert.Equal(
            "{\n    \"Error\": {\n        \"Code\": \"Throttling\",\n"
            + "        \"Message\": \"Throttling it was.\"\n    }\n}\n",
            json);
    }

    [Fact]
    public void A_page_that_is_missing_is_an_error() => Assert.Contains(
        "\"Code\": \"MissingPages\"",
        new Recorded()
            .Answer(ApiOperations.ListUsers, $"<IsTruncated>true</IsTruncated><Marker>m</Marker><Users>{Alice}</Users>")
            .Text("users.json"));

    [Fact]
    public void The_last_call_for_the_report_counts_and_its_bytes_are_kept()
    {
        var recorded = new Recorded()
            .Failure(ApiOperations.GetCredentialReport, "ReportInProgress")
            .Answer(ApiOperations.GetCredentialReport, "<Content>dXNlcg0K</Content><GeneratedTime>2026-01-02T03:04:05Z"
                + "</GeneratedTime><ReportFormat>text/csv</ReportFormat>");

        Assert.Equal("user\r\n", recorded.Text("credential-report.csv"));
        Assert.Equal(
            "{\n    \"Content\": \"dXNlcg0K\",\n    \"ReportFormat\": \"text/csv\",\n"
            + "    \"GeneratedTime\": \"2026-01-02T03:04:05+00:00\"\n}\n",
            recorded.Text("credential-report.json"));
    }

    [Fact]
    public void Without_a_report_there_is_no_CSV()
    {
        var recorded = new Recorded().Failure(ApiOperations.GetCredentialReport, "ReportNotPresent");

        Assert.Null(recorded.Text("credential-report.csv"));
        Assert.Contains("ReportNotPresent", recorded.Text("credential-report.json"));
    }

    [Theory]
    [InlineData("%7B%22a%22%3A1.0%7D", "{\n    \"d\": {\n        \"a\": 1.0\n    }\n}\n")]
    [InlineData("%7Bbroken", "{\n    \"d\": \"%7Bbroken\"\n}\n")]
    [InlineData("%7B%22a%22%3A1%2C%22a%22%3A2%7D", "{\n    \"d\": \"%7B%22a%22%3A1%2C%22a%22%3A2%7D\"\n}\n")]
    [InlineData("", "{\n    \"d\": \"\"\n}\n")]
    public void Policy_documents_are_embedded_where_they_are_JSON(string text, string json) =>
        Assert.Equal(json, Written(Shape.Policy, text));

    [Theory]
    [InlineData("2026-01-02T03:04:05Z", "2026-01-02T03:04:05+00:00")]
    [InlineData("2026-01-02T03:04:05.120Z", "2026-01-02T03:04:05.120000+00:00")]
    [InlineData("2026-01-02T03:04:05+02:00", "2026-01-02T01:04:05+00:00")]
    [InlineData("never", "never")]
    public void Times_have_an_offset(string text, string printed) =>
        Assert.Equal($"{{\n    \"d\": \"{printed}\"\n}}\n", Written(Shape.Timestamp, text));

    [Fact]
    public void What_no_table_knows_is_kept()
    {
        var text = new Recorded().Answer(
            ApiOperations.GetAccountPasswordPolicy,
            "<New>1</New><PasswordPolicy><Future><member><A>x</A></member><member/></Future><RequireSymbols>true"
            + "</RequireSymbols><Thing><B>1</B><B>2</B></Thing></PasswordPolicy>")
            .Text("account-password-policy.json")!;

        Assert.Equal(
            "{\"PasswordPolicy\":{\"RequireSymbols\":true,\"Future\":[{\"A\":\"x\"},\"\"],"
            + "\"Thing\":{\"B\":[\"1\",\"2\"]}},\"New\":\"1\"}",
            string.Concat(text.Split('\n').Select(line => line.Trim())).Replace(": ", ":"));
    }

    [Fact]
    public void Accounts_have_their_times_printed_and_pages_joined() => Assert.Equal(
        "{\n    \"Accounts\": [\n        {\n            \"Id\": \"111122223333\",\n"
        + "            \"JoinedTimestamp\": \"2016-12-15T21:03:15.536000+00:00\"\n        },\n"
        + "        {\n            \"Id\": \"444455556666\"\n        }\n    ]\n}\n",
        new Recorded()
            .Answer(ApiOperations.ListAccounts,
                """{"NextToken":"t","Accounts":[{"JoinedTimestamp":1.481835795536E9,"Id":"111122223333"}]}""")
            .Answer(ApiOperations.ListAccounts, """{"Accounts":[{"Id":"444455556666"}]}""", ("NextToken", "t"))
            .Text("organization-accounts.json"));

    [Fact]
    public void A_body_that_is_no_answer_is_an_error_though_the_record_has_none() => Assert.Contains(
        "\"Code\": \"BadResponse\"",
        new Recorded().Body(ApiOperations.ListUsers, "<html/>", null).Text("users.json"));

    private static string Written(Shape shape, string text)
    {
        var item = AnswerItem.Structure();
        item.Set("d", AnswerBuilder.Build(new XmlItem("d") { Text = text }, shape));
        return System.Text.Encoding.UTF8.GetString(AnswerWriter.Write(item));
    }
}
