using PolicyEval.Cli.Verifying;
using PolicyEval.Reporting;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Cli.Tests.Verifying;

public sealed class VerifyConsoleTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 6, 15, 30, TimeSpan.Zero);

    [Fact]
    public void An_organisation_says_how_many_accounts_it_lists() => Assert.Contains(
        "\nAccounts     300 listed\n", TextOf(CallStatus.Complete, ""), StringComparison.Ordinal);

    [Fact]
    public void A_list_that_was_cut_off_is_no_count() => Assert.DoesNotContain(
        "\nAccounts", TextOf(CallStatus.Failed, ""), StringComparison.Ordinal);

    [Theory]
    [InlineData(67, "\nCaller       {0}\n")]
    [InlineData(68, "\nCaller\n  {0}\n")]
    [InlineData(200, "\nCaller\n  {0}\n")]
    public void A_long_name_is_never_cut(int length, string expected)
    {
        var arn = "arn:aws:sts::111122223333:assumed-role/audit/".PadRight(length, 'x');
        Assert.Contains(
            expected.Replace("{0}", arn, StringComparison.Ordinal),
            TextOf(CallStatus.Complete, arn),
            StringComparison.Ordinal);
    }

    private static string TextOf(CallStatus status, string arn)
    {
        var document = new SnapshotDocument
        {
            Kind = SnapshotKind.Organization,
            Origin = SnapshotOrigin.Collected,
            Account = "o-exampleorg",
            Caller = new SnapshotCaller(arn, "AROAEXAMPLE", "111122223333"),
            Producer = "policyeval-collect 0.1.0",
            StartedAt = Start,
            EndedAt = Start,
            Calls = [new CallOutcome(ApiOperations.ListAccounts, status, 15, 300, null)],
        };
        using var text = new StringWriter();
        new VerifyConsole(text, ReportStyle.Plain).Write(new VerifyOutcome(
            new SnapshotVerification
            {
                Name = "2026-03-01T061530Z",
                Digest = new string('a', 64),
                Document = document,
                Checks = [new VerificationCheck("manifests", CheckStatus.Passed, "")],
                Signatures = [],
                Diagnostics = [],
            },
            null,
            []));
        return text.ToString();
    }
}
