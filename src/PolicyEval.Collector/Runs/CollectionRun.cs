using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Collector.Accounts;
using PolicyEval.Collector.Aws;
using PolicyEval.Collector.Diagnostics;
using PolicyEval.Collector.Progress;

namespace PolicyEval.Collector.Runs;

/// <summary>
/// A whole run: the caller's account, the accounts that were named, or those of the organisation; several at once, and
/// one that fails stops no other. The door of this folder.
/// </summary>
internal sealed class CollectionRun
{
    private const string Active = "ACTIVE";
    private const string CallerLabel = "caller";
    private const string OrganizationLabel = "organization";

    private readonly CollectOptions _options;
    private readonly IAwsConnector _connector;
    private readonly ICollectionProgress _progress;
    private readonly TimeProvider _time;
    private readonly AccountRun _account;

    public CollectionRun(
        CollectOptions options,
        IAwsConnector connector,
        EvidenceSealer sealer,
        ICollectionProgress progress,
        TimeProvider time)
    {
        _options = options;
        _connector = connector;
        _progress = progress;
        _time = time;
        _account = new AccountRun(new AccountCollector(time, options.ReportTimeout), sealer, progress);
    }

    /// <summary>Collects. Cancelled, it says what was sealed until then.</summary>
    /// <exception cref="CollectException">Nothing can be collected.</exception>
    public async Task<RunResult> RunAsync(CancellationToken cancellation)
    {
        try
        {
            if (_options.Organization)
                return await RunOrganizationAsync(cancellation).ConfigureAwait(false);
            return _options.Accounts.IsEmpty
                ? await RunCallerAsync(cancellation).ConfigureAwait(false)
                : await RunNamedAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new RunResult { Accounts = [], IsCancelled = true };
        }
    }

    private async Task<RunResult> RunCallerAsync(CancellationToken cancellation)
    {
        _progress.Expect(1);
        var outcome = await _account
            .RunAsync(account: null, name: "", _connector.OpenAsync, cancellation)
            .ConfigureAwait(false);
        return new RunResult { Accounts = [outcome], IsCancelled = cancellation.IsCancellationRequested };
    }

    private async Task<RunResult> RunNamedAsync(CancellationToken cancellation)
    {
        _progress.Stage(CallerLabel, "opening a session");
        var session = await _connector.OpenAsync(cancellation).ConfigureAwait(false);
        using var api = session.Api;
        if (api is null)
            throw CollectException.Nothing(CollectDescriptors.NoIdentity, Opening.ReasonOf(session));

        var calls = new AccountCalls(api, new EvidenceLog(_time), stage => _progress.Stage(CallerLabel, stage));
        var (caller, reason) = await Opening.IdentifyAsync(calls, account: null, cancellation).ConfigureAwait(false);
        if (caller is null)
            throw CollectException.Nothing(CollectDescriptors.NoIdentity, reason);

        _progress.Done(CallerLabel);
        _progress.Expect(_options.Accounts.Length);
        ImmutableArray<AccountTarget> targets =
            [.. _options.Accounts.Select(account => new AccountTarget(account, "", ByRole: true))];
        var outcomes = await RunAllAsync(targets, Opening.PartitionOf(caller), cancellation).ConfigureAwait(false);
        return new RunResult { Accounts = outcomes, IsCancelled = cancellation.IsCancellationRequested };
    }

    private async Task<RunResult> RunOrganizationAsync(CancellationToken cancellation)
    {
        var list = await new OrganizationCollector(_time)
            .CollectAsync(_connector.OpenAsync, stage => _progress.Stage(OrganizationLabel, stage), cancellation)
            .ConfigureAwait(false);
        if (list.Collected.Evidence is not { } evidence)
            throw CollectException.Nothing(CollectDescriptors.NoPopulation, list.Collected.Reason);

        var accounts = list.Accounts.DistinctBy(account => account.Id).ToList();
        ImmutableArray<AccountTarget> targets =
        [
            .. accounts.Where(account => account.Status == Active).Select(account =>
                new AccountTarget(account.Id, account.Name, ByRole: account.Id != evidence.Caller.Account)),
        ];
        _progress.Expect(targets.Length + 1);
        var organization = _account.Seal(evidence, OrganizationLabel, cancellation);
        _progress.End(organization);
        var outcomes = await RunAllAsync(targets, evidence.Partition, cancellation).ConfigureAwait(false);
        return new RunResult
        {
            Organization = organization,
            Accounts = outcomes,
            Inactive = [.. accounts.Where(account => account.Status != Active)],
            Diagnostics = organization.IsSealed && targets.IsEmpty ? [NoActiveAccount(accounts.Count)] : [],
            IsCancelled = cancellation.IsCancellationRequested,
        };
    }

    private static CollectDiagnostic NoActiveAccount(int inactive) => CollectDiagnostic.Of(
        CollectDescriptors.NoActiveAccount,
        inactive == 0
            ? "none at all"
            : string.Create(CultureInfo.InvariantCulture, $"only accounts that are not active ({inactive})"));

    /// <summary>Collects accounts, as many at once as the options say, and gives their outcomes in order.</summary>
    private async Task<ImmutableArray<AccountOutcome>> RunAllAsync(
        ImmutableArray<AccountTarget> targets, string partition, CancellationToken cancellation)
    {
        var outcomes = new AccountOutcome[targets.Length];
        // The token is not handed to the loop: accounts that were never begun get an outcome too.
        await Parallel.ForEachAsync(
            Enumerable.Range(0, targets.Length),
            new ParallelOptions { MaxDegreeOfParallelism = _options.Parallel },
            async (index, _) => outcomes[index] =
                await RunTargetAsync(targets[index], partition, cancellation).ConfigureAwait(false))
            .ConfigureAwait(false);
        return [.. outcomes];
    }

    private Task<AccountOutcome> RunTargetAsync(
        AccountTarget target, string partition, CancellationToken cancellation)
    {
        if (!AccountId.IsValid(target.Account))
        {
            var outcome = new AccountOutcome(target.Account, AccountOutcomeKind.Failed, "this is no account id");
            _progress.End(outcome);
            return Task.FromResult(outcome);
        }

        var role = target.ByRole && _options.RoleName is { } roleName
            ? new RoleRequest(
                RoleRequest.ArnOf(partition, target.Account, roleName),
                _options.SessionName,
                _options.ExternalId,
                RoleRequest.DefaultDuration)
            : null;
        return _account.RunAsync(
            target.Account,
            target.Name,
            token => role is null ? _connector.OpenAsync(token) : _connector.AssumeRoleAsync(role, token),
            cancellation);
    }
}
