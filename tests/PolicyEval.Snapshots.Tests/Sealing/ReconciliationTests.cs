using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Testing;

namespace PolicyEval.Snapshots.Tests.Sealing;

public sealed class ReconciliationTests
{
    [Fact]
    public void Rows_are_the_users_that_are_counted_and_listed_and_root()
    {
        var reconciliation = Sample("alice", "bob").Compose().Document.Reconciliation;
        Assert.Equal(new Reconciliation(3, HasRootRow: true, 2, 2, Agrees: true, ""), reconciliation);
    }

    [Fact]
    public void Users_created_and_deleted_since_are_named()
    {
        var document = Sample("alice", "carol", "dave").Compose().Document;

        Assert.Equal((3L, 3L, 3L, false), (
            document.Reconciliation!.ReportRows, document.Reconciliation.SummaryUsers,
            document.Reconciliation.ListedUsers, document.Reconciliation.Agrees));
        Assert.Equal(
            "The report has 2 users, the summary counts 3. Listed but not in the report, so created since: carol, dave. "
            + "In the report but not listed, so deleted since: bob.",
            document.Reconciliation.Explanation);
        Assert.Contains(document.Warnings, warning => warning.Contains("carol, dave"));
        Assert.True(document.IsComplete);
    }

    [Fact]
    public void Without_a_list_or_a_count_nothing_agrees()
    {
        var sample = new SampleCollection()
            .Answer(ApiOperations.GetCredentialReport, "<Content>" + Base64(Report()) + "</Content>"
                + "<GeneratedTime>2026-03-01T06:12:45Z</GeneratedTime><ReportFormat>text/csv</ReportFormat>")
            .Refusal(ApiOperations.GetAccountSummary, "AccessDenied", "no")
            .Refusal(ApiOperations.ListUsers, "AccessDenied", "no");

        var document = sample.Compose().Document;

        Assert.Equal(new Reconciliation(
            3, HasRootRow: true, null, null, Agrees: false,
            "GetAccountSummary gave no count of users. ListUsers gave no whole list."), document.Reconciliation);
        Assert.False(document.IsComplete);
        Assert.Equal(
            [CallStatus.Complete, CallStatus.Failed, CallStatus.Failed], document.Calls.Select(call => call.Status));
        Assert.Equal("iam:ListUsers", document.Calls[2].MissingPermission);
        Assert.Equal(3, document.Calls[0].Rows);
    }

    [Fact]
    public void A_report_without_root_does_not_agree_but_in_China()
    {
        var sample = SampleCollection.Account(new CredentialReportText().User("alice"), "alice");
        Assert.Equal(
            "The report has no row of the root user.", sample.Compose().Document.Reconciliation!.Explanation);
        var china = SnapshotComposer.Compose(sample.Facts() with { Partition = "aws-cn" }, sample.Records, sample.PageOf);
        Assert.True(china.Document.Reconciliation!.Agrees);
    }

    [Fact]
    public void Of_many_names_twenty_are_shown()
    {
        string[] users = [.. Enumerable.Range(0, 25).Select(index => $"u{index:D2}")];
        var report = new CredentialReportText().Root();
        var document = SampleCollection.Account(report, users).Compose().Document;
        Assert.EndsWith("u19 and 5 more.", document.Reconciliation!.Explanation);
    }

    [Fact]
    public void A_report_that_cannot_be_read_is_a_failed_call_and_is_kept()
    {
        var report = new CredentialReportText().Root().User("comma,name");
        var broken = report.ToString().Replace("\"", "", StringComparison.Ordinal);
        var sample = new SampleCollection().Answer(
            ApiOperations.GetCredentialReport, "<Content>" + Base64(broken) + "</Content>"
            + "<GeneratedTime>2026-03-01T06:12:45Z</GeneratedTime><ReportFormat>text/csv</ReportFormat>");

        var composed = sample.Compose();

        var call = Assert.Single(composed.Document.Calls);
        Assert.Equal((CallStatus.Failed, "UnusableReport"), (call.Status, call.Error!.Code));
        Assert.Null(composed.Document.Reconciliation);
        Assert.Contains("PE6046", call.Error.Message);
        Assert.Contains(composed.Payload, file => file.Path == "data/credential-report.csv");
    }

    private static SampleCollection Sample(params string[] users) => SampleCollection.Account(
        new CredentialReportText().Root().User("alice").User("bob"), users);

    private static string Report() => new CredentialReportText().Root().User("alice").User("bob").ToString();

    private static string Base64(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));
}
