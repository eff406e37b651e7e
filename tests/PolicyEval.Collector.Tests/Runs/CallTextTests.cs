using PolicyEval.Collector.Runs;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Sealing;

namespace PolicyEval.Collector.Tests.Runs;

public sealed class CallTextTests
{
    [Fact]
    public void Every_failed_call_has_a_code() => Assert.Equal(
        "3 of 5 calls failed: iam:GetCredentialReport (UnusableReport), iam:ListUsers (Failed), "
        + "iam:ListAccessKeys (NotCalled)",
        CallText.FailuresOf(DocumentOf(
            new CallOutcome(ApiOperations.GetAccountSummary, CallStatus.Complete, 1, null, null),
            new CallOutcome(
                ApiOperations.GetCredentialReport, CallStatus.Failed, 1, null,
                new CallError("UnusableReport", "The report has no header.")),
            new CallOutcome(ApiOperations.ListUsers, CallStatus.Failed, 1, null, null),
            new CallOutcome(
                ApiOperations.GetAccountPasswordPolicy, CallStatus.Absent, 1, null,
                new CallError("NoSuchEntity", "There is none.")),
            new CallOutcome(ApiOperations.ListAccessKeys, CallStatus.NotCalled, 0, null, null))));

    [Fact]
    public void Where_no_call_failed_there_is_nothing_to_say() => Assert.Equal(
        "",
        CallText.FailuresOf(DocumentOf(
            new CallOutcome(ApiOperations.ListUsers, CallStatus.Complete, 1, 2, null))));

    private static SnapshotDocument DocumentOf(params CallOutcome[] calls) => new()
    {
        Kind = SnapshotKind.Account,
        Origin = SnapshotOrigin.Collected,
        Producer = "test",
        StartedAt = DateTimeOffset.UnixEpoch,
        EndedAt = DateTimeOffset.UnixEpoch,
        Calls = [.. calls],
    };
}
