using System.Text;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Snapshots.Tests.Calls;

public sealed class PageReaderTests
{
    [Fact]
    public void A_page_of_users_names_them_and_the_next_page()
    {
        var page = Read(ApiOperations.ListUsers, Recorded.Xml("ListUsers",
            "<IsTruncated>true</IsTruncated><Users><member><UserName>a</UserName></member>"
            + "<member><UserName>b&amp;c</UserName></member></Users><Marker>next/+=</Marker>"));

        Assert.Null(page.Error);
        Assert.Equal("r-1", page.RequestId);
        Assert.Equal("next/+=", page.Next);
        Assert.Equal(["a", "b&c"], page.UserNames.AsEnumerable());
    }

    [Fact]
    public void The_last_page_has_no_next_one_even_with_a_marker() => Assert.Null(Read(
        ApiOperations.ListUsers,
        Recorded.Xml("ListUsers", "<Users/><IsTruncated>false</IsTruncated><Marker>m</Marker>")).Next);

    [Fact]
    public void States_and_reports_are_read()
    {
        var state = Read(ApiOperations.GenerateCredentialReport, Recorded.Xml(
            "GenerateCredentialReport", "<State>STARTED</State><Description>soon</Description>"));
        var report = Read(ApiOperations.GetCredentialReport, Recorded.Xml("GetCredentialReport",
            "<Content>dXNlcixhcm4K</Content><ReportFormat>text/csv</ReportFormat>"
            + "<GeneratedTime>2026-01-02T03:04:05Z</GeneratedTime>"));

        Assert.Equal(("STARTED", "soon"), (state.State, state.Description));
        Assert.Equal("user,arn\n", Encoding.UTF8.GetString(report.Report!.Value.Span));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), report.GeneratedTime);
    }

    [Fact]
    public void The_caller_and_the_accounts_are_read()
    {
        var caller = Read(ApiOperations.GetCallerIdentity, Recorded.Xml("GetCallerIdentity",
            "<Arn>arn:aws:iam::111122223333:user/a</Arn><UserId>U</UserId><Account>111122223333</Account>")).Caller;
        var accounts = Read(ApiOperations.ListAccounts,
            """{"Accounts":[{"Id":"111122223333","Name":"a","Status":"ACTIVE"}],"NextToken":"t"}""");

        Assert.Equal(new SnapshotCaller("arn:aws:iam::111122223333:user/a", "U", "111122223333"), caller);
        Assert.Equal("t", accounts.Next);
        var account = Assert.Single(accounts.Accounts);
        Assert.Equal(("111122223333", "a", "ACTIVE"), (account.Id, account.Name, account.Status));
    }

    [Fact]
    public void The_state_of_an_account_stands_for_the_status_that_AWS_retires()
    {
        var accounts = Read(ApiOperations.ListAccounts,
            """{"Accounts":[{"Id":"111122223333","Status":"ACTIVE","State":"PENDING_CLOSURE"}]}""").Accounts;

        Assert.Equal("PENDING_CLOSURE", Assert.Single(accounts).Status);
    }

    [Theory]
    [InlineData(
        "<ErrorResponse xmlns='x'><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no\nway</Message></Error>"
        + "<RequestId>r</RequestId></ErrorResponse>")]
    [InlineData(
        "<Response><Errors><Error><Code>AccessDenied</Code><Message>no way</Message></Error></Errors>"
        + "<RequestID>r</RequestID></Response>")]
    public void Both_forms_of_XML_errors_are_read(string body)
    {
        var page = Read(ApiOperations.ListUsers, body);

        Assert.Equal((new CallError("AccessDenied", "no way"), "r"), (page.Error, page.RequestId));
    }

    [Theory]
    [InlineData("""{"__type":"com.amazonaws.organizations#AccessDeniedException","Message":"no"}""")]
    [InlineData("""{"__type":"AccessDeniedException","message":"no"}""")]
    public void JSON_errors_are_read(string body) =>
        Assert.Equal(new CallError("AccessDeniedException", "no"), Read(ApiOperations.ListAccounts, body).Error);

    public static TheoryData<string> Hostile =>
    [
        "",
        "  \n",
        "<!DOCTYPE html><html><body>Sign in</body></html>",
        "<html></html>",
        "not XML",
        "<ListUsersResponse><ListUsersResult><Users>",
        "<ListUsersResponse/>",
        "<ListRolesResponse><ListRolesResult/></ListRolesResponse>",
        "<ErrorResponse><Error></Error></ErrorResponse>",
        "{}",
        "{\"Users\":[]}",
        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'x'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>",
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
        "<a>&undefined;</a>",
        string.Concat(Enumerable.Repeat("<a>", 200_000)),
        "<a b='" + new string('x', 1_000_000) + "'/>",
        Recorded.Xml("ListUsers", "<Users>text and no list</Users><IsTruncated>true</IsTruncated>"),
        Recorded.Xml("ListUsers", "<Users><member><Path>/</Path></member></Users>"),
        Recorded.Xml("ListUsers", "<Users/><Users/><IsTruncated>true</IsTruncated>"),
        "<ListUsersResponse>\u0001</ListUsersResponse>",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_is_no_answer_is_a_bad_response(string body)
    {
        var error = Read(ApiOperations.ListUsers, body).Error;

        Assert.Equal("BadResponse", error?.Code);
        Assert.InRange(error!.Message.Length, 10, 300);
        Assert.DoesNotContain("Error\": ", error.Message);
    }

    [Fact]
    public void A_body_that_is_no_UTF_8_is_a_bad_response() => Assert.Equal(
        "BadResponse", PageReader.Read(ApiOperations.ListUsers, Encoding.Unicode.GetBytes("<a/>")).Error?.Code);

    [Fact]
    public void A_report_that_is_no_base64_is_a_bad_response() => Assert.Equal("BadResponse", Read(
        ApiOperations.GetCredentialReport, Recorded.Xml("GetCredentialReport", "<Content>?</Content>")).Error?.Code);

    [Fact]
    public void The_place_where_XML_breaks_is_named() => Assert.Contains(
        "line 2, column", Read(ApiOperations.ListUsers, "<ListUsersResponse>\n<a></b>").Error!.Message);

    private static Page Read(ApiOperation operation, string body) =>
        PageReader.Read(operation, Encoding.UTF8.GetBytes(body));
}
