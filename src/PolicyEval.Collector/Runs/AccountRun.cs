using PolicyEval.Collector.Accounts;
using PolicyEval.Collector.Aws;
using PolicyEval.Collector.Progress;
using PolicyEval.Snapshots.Sealing;

namespace PolicyEval.Collector.Runs;

/// <summary>
/// One account from its session to its seal. Whatever goes wrong here is the outcome of this account, so that the
/// others go on.
/// </summary>
internal sealed class AccountRun(AccountCollector collector, EvidenceSealer sealer, ICollectionProgress progress)
{
    /// <summary>Collects and seals an account.</summary>
    /// <param name="account">Its twelve digits; null for whichever the session is of.</param>
    /// <param name="name">Its name in the organisation; may be empty.</param>
    /// <param name="open">Opens the session to collect with.</param>
    /// <param name="cancellation">Ends it, and nothing of this account is left then.</param>
    public async Task<AccountOutcome> RunAsync(
        string? account,
        string name,
        Func<CancellationToken, Task<AwsSession>> open,
        CancellationToken cancellation)
    {
        var label = account ?? "account";
        if (cancellation.IsCancellationRequested)
            return new AccountOutcome(label, AccountOutcomeKind.NotStarted, "") { Name = name };

        AccountOutcome outcome;
        try
        {
            var collected = await collector
                .CollectAsync(open, account, stage => progress.Stage(label, stage), cancellation)
                .ConfigureAwait(false);
            outcome = collected.Evidence is { } evidence
                ? Seal(evidence, label, cancellation)
                : new AccountOutcome(label, AccountOutcomeKind.Failed, collected.Reason);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            outcome = new AccountOutcome(label, AccountOutcomeKind.Cancelled, "nothing of it was written");
        }
        // The last resort: a defect that one account brings out is that account's failure, and is told as a defect.
        catch (Exception defect)
        {
            outcome = new AccountOutcome(
                label, AccountOutcomeKind.Failed, $"internal fault: {defect.GetType().Name}: {defect.Message}");
        }

        outcome = outcome with { Name = name };
        progress.End(outcome);
        return outcome;
    }

    /// <summary>Seals evidence and says what became of it.</summary>
    public AccountOutcome Seal(CollectedEvidence evidence, string label, CancellationToken cancellation)
    {
        progress.Stage(label, "sealing");
        var snapshot = sealer.Seal(evidence, cancellation);
        var account = evidence.Kind == SnapshotKind.Account ? evidence.Account : label;
        if (snapshot.Document is not { } document)
        {
            return cancellation.IsCancellationRequested
                ? new AccountOutcome(account, AccountOutcomeKind.Cancelled, "nothing of it was written")
                : new AccountOutcome(account, AccountOutcomeKind.Failed, snapshot.Reason);
        }

        var kind = document.IsComplete ? AccountOutcomeKind.Complete : AccountOutcomeKind.Incomplete;
        return new AccountOutcome(account, kind, CallText.FailuresOf(document))
        {
            Path = snapshot.Path,
            Digest = snapshot.Digest,
            Warnings = document.Warnings,
            LacksPermission = document.Calls.Any(call => call.MissingPermission is not null),
        };
    }
}
