using PolicyEval.Collector.Progress;
using PolicyEval.Collector.Runs;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Tests.Runs;

public sealed class SummaryTextTests
{
    [Fact]
    public void Each_reason_is_told_once_with_its_accounts() => Assert.Equal(
        [
            "  111122223333 (prod)  complete",
            "  999900001111 (old)   not asked    its status is SUSPENDED",
            "  incomplete: 1 of 15 calls failed: iam:ListUsers (AccessDenied)",
            "    222233334444",
            "  failed: sts:AssumeRole: AccessDenied: not on arn:aws:iam::<account>:role/Reader.",
            "    333344445555, 444455556666 (a\\u{1b}b)",
            "  failed: sts:GetCallerIdentity: TimedOut: No answer came in time.",
            "    555566667777",
            "1 of 4 active accounts collected: 1 incomplete, 3 failed; 1 not active",
        ],
        SummaryText.Lines(new RunResult
        {
            Organization = new AccountOutcome("111122223333", AccountOutcomeKind.Complete, "") { Name = "prod" },
            Accounts =
            [
                Denied("333344445555"),
                new AccountOutcome(
                    "222233334444", AccountOutcomeKind.Incomplete,
                    "1 of 15 calls failed: iam:ListUsers (AccessDenied)"),
                new AccountOutcome(
                    "555566667777", AccountOutcomeKind.Failed,
                    "sts:GetCallerIdentity: TimedOut: No answer came in time."),
                Denied("444455556666") with { Name = "a\u001bb" },
            ],
            Inactive = [new OrganizationAccount("999900001111", "", "old", "SUSPENDED")],
        }));

    [Fact]
    public void The_word_organization_stays_where_a_reason_names_a_call() => Assert.Contains(
        "  incomplete: 1 of 2 calls failed: organizations:ListAccounts (AccessDenied)",
        SummaryText.Lines(new RunResult
        {
            Organization = new AccountOutcome(
                "organization", AccountOutcomeKind.Incomplete,
                "1 of 2 calls failed: organizations:ListAccounts (AccessDenied)"),
            Accounts = [],
        }));

    [Fact]
    public void Where_every_account_failed_there_are_only_reasons() => Assert.Equal(
        [
            "  failed: sts:AssumeRole: AccessDenied: not on arn:aws:iam::<account>:role/Reader.",
            "    333344445555, 444455556666",
            "0 of 2 accounts collected: 2 failed",
        ],
        SummaryText.Lines(new RunResult { Accounts = [Denied("333344445555"), Denied("444455556666")] }));

    private static AccountOutcome Denied(string account) => new(
        account,
        AccountOutcomeKind.Failed,
        $"sts:AssumeRole: AccessDenied: not on arn:aws:iam::{account}:role/Reader.");
}
