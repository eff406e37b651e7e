using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Parquet;

/// <summary>
/// What a file was made from, as names and values in its metadata. What there are several of stands in lines.
/// </summary>
internal static class ParquetInputs
{
    /// <summary>The names and values of a file that holds a whole run.</summary>
    public static List<KeyValuePair<string, string>> Of(RunHeader header, RunFooter footer) =>
        [.. Of(header), new("policyeval.exit_code", FormattableString.Invariant($"{footer.ExitCode}"))];

    /// <summary>
    /// Those of a part of a run, which names what it was made from and nothing of the others: the same evidence and
    /// rules give the same bytes, whatever else is in the run.
    /// </summary>
    /// <param name="header">The run.</param>
    /// <param name="snapshot">The snapshot of the part.</param>
    /// <param name="account">Its account, or empty.</param>
    public static List<KeyValuePair<string, string>> Of(RunHeader header, SnapshotReference snapshot, string account) =>
        Of(header with
        {
            Snapshots = [snapshot],
            Policies = header.Policies.RemoveAll(policy =>
                policy.Accounts is { } accounts && !accounts.Contains(account)),
        });

    private static List<KeyValuePair<string, string>> Of(RunHeader header) =>
    [
        new("policyeval.format_version", ParquetReportWriter.FormatVersion),
        new("policyeval.tool_version", header.ToolVersion),
        new("policyeval.snapshot_digest", ReportDigest.Of(header)),
        new("policyeval.snapshots", Lines(header.Snapshots.Select(snapshot => $"{snapshot.Digest} {snapshot.Name}"))),
        new("policyeval.frameworks", Lines(header.Frameworks.Select(framework =>
            $"{framework.Sha256} {framework.Name} {framework.Version}"))),
        new("policyeval.policies", Lines(header.Policies.Select(LineOf))),
        new("policyeval.files", Lines(FilesOf(header).Select(file => $"{file.Sha256} {file.Path}"))),
    ];

    private static string LineOf(PolicyReference policy) => string.Join(
        ' ', [policy.Sha256, policy.Name, .. policy.Params.Select(param => $"{param.Name}={param.Value}")]);

    private static IEnumerable<InputFile> FilesOf(RunHeader header) =>
        new[] { header.Settings, header.Baseline }.OfType<InputFile>().Concat(header.WaiverFiles);

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(SafeText.Of));
}
