using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;
using static PolicyEval.Reporting.Rows.ResultColumn;

namespace PolicyEval.Reporting.Rows;

/// <summary>
/// The columns of the table of results, which every format of it has: what was tested and for which control, what it
/// was drawn from, the verdict, the exception, and the first cell that decided with its file's digest and the command
/// that shows it; the other cells follow in one. How large a population is stands with the controls. The columns only
/// grow, at the end.
/// </summary>
internal static class ResultColumns
{
    /// <summary>The columns, in their order.</summary>
    public static ImmutableArray<ResultColumn> All { get; } =
    [
        Text("framework", row => row.Framework),
        Text("control", row => row.Control is null ? null : $"{row.Framework}/{row.Control}"),
        Text("policy", row => row.Finding.Policy),
        Text("title", row => Some(row.Finding.Title)),
        Text("population", row => PopulationOf(row.Finding.Resource)),
        Text("account", row => Some(row.Finding.Resource.Account)),
        Text("account_name", row => row.Snapshot.Accounts.Length == 1 ? Some(row.Snapshot.AccountName) : null),
        Text("resource_type", row => row.Finding.Resource.Type),
        Text("resource", row => row.Finding.Resource.Id),
        Text("arn", row => Some(row.Finding.Resource.Arn)),
        Text("outcome", row => ResultWords.Of(row.Finding.Outcome)),
        Text("severity", row => ResultWords.Of(row.Finding.Severity)),
        Text("reason", row => Some(row.Finding.Reason)),
        Text("message", row => Some(row.Finding.Message)),
        Text("exception", row => row.Finding.Waiver?.Name),
        Text("exception_owner", row => Some(row.Finding.Waiver?.Owner)),
        Instant("exception_until", row => Some(row.Finding.Waiver?.Expires)),
        Text("exception_why", row => Some(row.Finding.Waiver?.Justification)),
        Text("baseline", row => row.Finding.Baseline is { } baseline ? ResultWords.Of(baseline) : null),
        Instant("as_of", row => row.Snapshot.AsOf),
        Text("snapshot", row => row.Snapshot.Name),
        Text("snapshot_digest", row => row.Snapshot.Digest),
        Text("file", row => row.First?.File),
        Text("sha256", row => row.First?.Sha256),
        Number("line", row => row.First?.Line),
        Number("column", row => row.First?.Column),
        Text("field", row => row.First?.Field),
        // The one text that is empty because the evidence is.
        Text("value", row => row.First?.Value),
        Text("look_up", row => row.First is { } first ? HandCheck.LineOf(row.Snapshot, first) : null),
        Text("more_evidence", row => Some(MoreOf(row.Finding))),
        Text("missing", row => Some(MissingOf(row.Finding))),
        Text("fingerprint", row => row.Finding.Fingerprint),
    ];

    private static string? Some(string? text) => text is "" ? null : text;

    private static string PopulationOf(ResourceReference resource) =>
        resource.Account.Length > 0 ? $"{resource.Type} of {resource.Account}" : resource.Type;

    private static string MoreOf(Finding finding) => string.Join("; ", finding.Evidence.Skip(1).Select(cell =>
        FormattableString.Invariant($"{cell.File}:{cell.Line}:{cell.Column} {cell.Field} = {cell.Value}")));

    private static string MissingOf(Finding finding) => string.Join("; ", finding.Missing.Select(missing =>
        $"{missing.File} {missing.Field}: {missing.Why}"));
}
