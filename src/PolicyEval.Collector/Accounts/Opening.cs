using PolicyEval.Collector.Aws;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Accounts;

/// <summary>The first steps of every collection: a session, and the proof of whose it is.</summary>
internal static class Opening
{
    private static readonly ApiRequest WhoAmI = ApiRequest.For(ApiOperations.GetCallerIdentity);

    /// <summary>Asks who the caller is.</summary>
    /// <param name="calls">Sends it.</param>
    /// <param name="account">The account that must answer, or null for whichever it is.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<(SnapshotCaller? Caller, string Reason)> IdentifyAsync(
        AccountCalls calls, string? account, CancellationToken cancellation)
    {
        var answer = await calls.SendAsync(WhoAmI, cancellation).ConfigureAwait(false);
        if (answer.Failure is { } failure)
            return (null, FailureText.Of(ApiOperations.GetCallerIdentity.Permission, failure));
        if (answer.Page?.Caller is not { } caller || !AccountId.IsValid(caller.Account))
            return (null, "sts:GetCallerIdentity names no account.");

        // A snapshot under a wrong name would be evidence of the wrong account.
        return account is null || caller.Account == account
            ? (caller, "")
            : (null, $"The session is of the account {caller.Account}, but {account} was asked for.");
    }

    /// <summary>The partition of the caller, such as <c>aws-cn</c>.</summary>
    public static string PartitionOf(SnapshotCaller caller) =>
        caller.Arn.Split(':') is ["arn", { Length: > 0 } partition, ..] ? partition : "aws";

    /// <summary>Why there is no session, in words.</summary>
    public static string ReasonOf(AwsSession session) =>
        session.Failure is { } failure
            ? session.Attempts.IsEmpty
                ? FailureText.Of("credentials", failure)
                : FailureText.Of(ApiOperations.AssumeRole.Permission, failure)
            : "There is no session.";
}
