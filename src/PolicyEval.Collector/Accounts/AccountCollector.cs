using System.Collections.Immutable;
using PolicyEval.Collector.Aws;
using PolicyEval.Collector.Plan;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Sealing;

namespace PolicyEval.Collector.Accounts;

/// <summary>
/// Collects one account: every call of the plan, one after the other. A call that fails is kept as a failed call, and
/// the rest goes on. The door of this folder.
/// </summary>
/// <param name="time">The clock, and what waits.</param>
/// <param name="reportTimeout">How long the credential report may take.</param>
internal sealed class AccountCollector(TimeProvider time, TimeSpan reportTimeout)
{
    /// <summary>Collects an account.</summary>
    /// <param name="open">Opens the session to collect with.</param>
    /// <param name="account">The account that it must be of, or null for whichever it is.</param>
    /// <param name="onStage">Told what is being done.</param>
    /// <param name="cancellation">Ends it; nothing is written then.</param>
    public async Task<Collected> CollectAsync(
        Func<CancellationToken, Task<AwsSession>> open,
        string? account,
        Action<string> onStage,
        CancellationToken cancellation)
    {
        var startedAt = Instants.Now(time);
        onStage("opening a session");
        var session = await open(cancellation).ConfigureAwait(false);
        using var api = session.Api;
        if (api is null)
            return new Collected(null, Opening.ReasonOf(session));

        var log = new EvidenceLog(time);
        log.AddAttempts(session.Attempts);
        var calls = new AccountCalls(api, log, onStage);
        var (caller, reason) = await Opening.IdentifyAsync(calls, account, cancellation).ConfigureAwait(false);
        if (caller is null)
            return new Collected(null, reason);

        await new ReportCollector(calls, time, reportTimeout, onStage).CollectAsync(cancellation)
            .ConfigureAwait(false);
        await CollectAnswersAsync(calls, cancellation).ConfigureAwait(false);
        var evidence = new CollectedEvidence
        {
            Kind = SnapshotKind.Account,
            Account = caller.Account,
            Partition = Opening.PartitionOf(caller),
            Caller = caller,
            StartedAt = startedAt,
            EndedAt = Instants.Now(time),
            Plan = CollectionPlan.OperationsOf(CollectionPlan.Account),
            Records = log.Records,
            Pages = log.Pages,
        };
        return new Collected(evidence, "");
    }

    /// <summary>Every call of the plan that the report and the caller's name have not needed already.</summary>
    private static async Task CollectAnswersAsync(AccountCalls calls, CancellationToken cancellation)
    {
        var users = ImmutableArray.CreateBuilder<string>();
        var areUsersKnown = false;
        var perUser = new UserCollector(calls);
        foreach (var operation in CollectionPlan.OperationsOf(CollectionPlan.Account))
        {
            if (operation == ApiOperations.GetCallerIdentity
                || operation == ApiOperations.GenerateCredentialReport
                || operation == ApiOperations.GetCredentialReport)
                continue;

            if (operation == ApiOperations.ListUsers)
            {
                var failure = await calls
                    .SendAllAsync(ApiRequest.For(operation), page => users.AddRange(page.UserNames), cancellation)
                    .ConfigureAwait(false);
                areUsersKnown = failure is null;
            }
            else if (operation.Scope == CallScope.User)
            {
                await perUser
                    .CollectAsync(operation, areUsersKnown ? users.ToImmutable() : null, cancellation)
                    .ConfigureAwait(false);
            }
            else
            {
                await calls.SendAllAsync(ApiRequest.For(operation), onPage: null, cancellation).ConfigureAwait(false);
            }
        }
    }
}
