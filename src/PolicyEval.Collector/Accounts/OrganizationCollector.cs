using System.Collections.Immutable;
using PolicyEval.Collector.Aws;
using PolicyEval.Collector.Plan;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Sealing;

namespace PolicyEval.Collector.Accounts;

/// <summary>Collects the list of an organisation's accounts: the population of a run.</summary>
internal sealed class OrganizationCollector(TimeProvider time)
{
    /// <summary>Lists the accounts with the caller's own credentials.</summary>
    /// <param name="open">Opens the session to collect with.</param>
    /// <param name="onStage">Told what is being done.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<CollectedOrganization> CollectAsync(
        Func<CancellationToken, Task<AwsSession>> open, Action<string> onStage, CancellationToken cancellation)
    {
        var startedAt = Instants.Now(time);
        var session = await open(cancellation).ConfigureAwait(false);
        using var api = session.Api;
        if (api is null)
            return new CollectedOrganization(new Collected(null, Opening.ReasonOf(session)), []);

        var log = new EvidenceLog(time);
        log.AddAttempts(session.Attempts);
        var calls = new AccountCalls(api, log, onStage);
        var (caller, reason) = await Opening.IdentifyAsync(calls, account: null, cancellation).ConfigureAwait(false);
        if (caller is null)
            return new CollectedOrganization(new Collected(null, reason), []);

        var accounts = ImmutableArray.CreateBuilder<OrganizationAccount>();
        var failure = await calls
            .SendAllAsync(
                ApiRequest.For(ApiOperations.ListAccounts), page => accounts.AddRange(page.Accounts), cancellation)
            .ConfigureAwait(false);
        if (failure is not null && accounts.Count == 0)
            return new CollectedOrganization(
                new Collected(null, FailureText.Of(ApiOperations.ListAccounts.Permission, failure)), []);

        var evidence = new CollectedEvidence
        {
            Kind = SnapshotKind.Organization,
            Account = IdOf(accounts, caller),
            Partition = Opening.PartitionOf(caller),
            Caller = caller,
            StartedAt = startedAt,
            EndedAt = Instants.Now(time),
            Plan = CollectionPlan.OperationsOf(CollectionPlan.Organization),
            Records = log.Records,
            Pages = log.Pages,
        };
        return new CollectedOrganization(new Collected(evidence, ""), accounts.ToImmutable());
    }

    /// <summary>
    /// The organisation's id, which stands in each account's ARN
    /// (<c>arn:aws:organizations::111122223333:account/o-example/444455556666</c>); else the account that was asked.
    /// </summary>
    private static string IdOf(IEnumerable<OrganizationAccount> accounts, SnapshotCaller caller) =>
        accounts.Select(account => account.Arn.Split('/'))
            .Where(parts => parts.Length == 3 && parts[1].StartsWith("o-", StringComparison.Ordinal))
            .Select(parts => parts[1])
            .FirstOrDefault(caller.Account);
}
