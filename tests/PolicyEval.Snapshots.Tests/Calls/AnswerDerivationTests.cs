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
}
