using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Resources.Joins;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Driver;

/// <summary>
/// A snapshot with what every evaluation of it shares: its accounts as records, and the instant. Immutable.
/// </summary>
internal sealed class SnapshotScope
{
    private readonly FrozenDictionary<(string Id, string Partition), AccountScope> _byAccount;

    /// <summary>Prepares a snapshot.</summary>
    /// <param name="planned">What the run knows of it.</param>
    /// <param name="snapshot">The snapshot.</param>
    public SnapshotScope(PlannedSnapshot planned, Snapshot snapshot)
    {
        Planned = planned;
        Snapshot = snapshot;
        Evidence = new SnapshotEvidence(snapshot, AsOfTime is { } time ? Instants.ToCel(time) : null);
        AsOfValue = Evidence.AsOf is { } instant ? CelValue.Of(instant) : new AsOfRecord(Report.IsGiven).Value;
        var summary = new SummaryRecord(snapshot.AccountSummary);

        // Without a report there is still one account: the one that the other files are of.
        Accounts = snapshot.Accounts.IsEmpty
            ? [new AccountScope(null, new AccountRecord(Evidence, null, summary))]
            : [.. snapshot.Accounts.Select(a => new AccountScope(a, new AccountRecord(Evidence, a, summary)))];
        _byAccount = Accounts
            .Where(a => a.Account is not null).ToFrozenDictionary(a => (a.Account!.Id, a.Account.Partition));
    }

    /// <summary>What the run knows of it all the time.</summary>
    public PlannedSnapshot Planned { get; }

    /// <summary>The snapshot.</summary>
    public Snapshot Snapshot { get; }

    /// <summary>What tells it from the others of the run.</summary>
    public SnapshotLabel Label => Planned.Label;

    /// <summary>Its credential report.</summary>
    public ReportState Report => Evidence.Report;

    /// <summary>All its evidence.</summary>
    public SnapshotEvidence Evidence { get; }

    /// <summary>The instant at which ages are measured, or null.</summary>
    public DateTimeOffset? AsOfTime => Planned.AsOfTime;

    /// <summary>The same as expressions see it; unknown where there is none.</summary>
    public CelValue AsOfValue { get; }

    /// <summary>At least one account, in the order of first rows.</summary>
    public ImmutableArray<AccountScope> Accounts { get; }

    /// <summary>Whether there is a report and no other evidence, not even a refusal of it.</summary>
    public bool IsBareReport => Report.Report is not null && Snapshot.Answers.All(answer =>
        answer.Status == AnswerStatus.NotGiven || answer.FileName == EvidenceFiles.CredentialReportAnswer);

    /// <summary>The account of a row.</summary>
    public AccountScope AccountOf(CredentialReportRow row) => _byAccount[(row.Account, row.Partition)];

    /// <summary>
    /// Whether a policy for users finds them in the answers: there is no report, and it asks the answers about them.
    /// </summary>
    public bool ListsUsersOf(CompiledPolicy policy) =>
        Report.Report is null && Evidence.Users.Cell is not null && policy.AsksAnswersOfUsers;

    /// <summary>Whether the snapshot holds a file, or AWS's refusal of it: then it is in scope.</summary>
    public bool Gives(string file) => file == EvidenceFiles.CredentialReport
        ? Report.IsGiven
        : Snapshot.AnswerOf(file).Status != AnswerStatus.NotGiven;
}
