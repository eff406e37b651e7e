using PolicyEval.Evaluation.Results;
using PolicyEval.Snapshots;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.CrossChecks;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Resources;

/// <summary>The credential report of a snapshot, or why there is none. Immutable.</summary>
internal sealed class ReportState
{
    private static readonly string NameColumn = CredentialReportColumns.All[CredentialReportColumns.User].Name;

    private readonly string _absence;

    /// <summary>Looks at a snapshot.</summary>
    public ReportState(Snapshot snapshot)
    {
        Report = snapshot.Report;
        var answer = snapshot.ReportAnswer;
        IsGiven = Report is not null || answer.Status != AnswerStatus.NotGiven;
        _absence = IsGiven ? Absence.Denied(answer) : Absence.NotGiven;
        Unlisted = UnlistedIn(snapshot);
    }

    /// <summary>The report, or null.</summary>
    public CredentialReport? Report { get; }

    /// <summary>Whether the report, or AWS's refusal of it, is in the snapshot.</summary>
    public bool IsGiven { get; }

    /// <summary>
    /// What is missing to know which users there are: the report, or some of its rows where the list of users or the
    /// authorization details name one that it lacks, or the account summary counts more users than it has. Null where
    /// the rows are the users.
    /// </summary>
    public MissingEvidence? Unlisted { get; }

    /// <summary>The report's file, as evidence names it.</summary>
    public string FileName => Report?.File.Name ?? EvidenceFiles.CredentialReport;

    /// <summary>A cell as evidence.</summary>
    public EvidenceCell ToEvidence(Cell cell) =>
        new(FileName, Report!.File.Sha256, cell.Line, cell.Column, cell.Field, cell.Text);

    /// <summary>What is missing where a column cannot be read at all.</summary>
    /// <param name="field">The column.</param>
    /// <param name="why">Why, where the report is there.</param>
    public MissingEvidence Missing(string field, string why) =>
        new(FileName, field, Report is null ? _absence : why, Command);

    /// <summary>The command that gets the report.</summary>
    public string Command => Report?.File.Command ?? EvidenceFiles.CommandOf(EvidenceFiles.CredentialReport);

    private static bool IsOfRows(Doubt doubt) =>
        doubt is { File: EvidenceFiles.CredentialReport, Row: Doubt.Whole } && doubt.Field == NameColumn;

    private MissingEvidence? UnlistedIn(Snapshot snapshot)
    {
        if (Report is null)
            return Missing(NameColumn, "");
        if (snapshot.UnreportedUsers is [var first, ..] unreported)
            return Missing(NameColumn, Absence.UsersOnlyListed(unreported.Length, EvidenceFiles.Users, first));
        if (snapshot.Doubts.FirstOrDefault(IsOfRows) is { } doubt)
            return Missing(NameColumn, doubt.Why);
        var rows = Report.RowCount - snapshot.Accounts.Count(account => account.RootRow >= 0);
        return snapshot.AccountSummary.Find("SummaryMap/Users") is { Int: { } counted } users && counted > rows
            ? Missing(NameColumn, Absence.UsersOnlyCounted(rows, snapshot.AccountSummary.FileName, users))
            : null;
    }
}
