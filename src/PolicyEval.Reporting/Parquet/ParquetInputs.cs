using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Parquet;

/// <summary>
/// What a run was made from, as names and values in the metadata of a file. What there are several of stands in lines.
/// </summary>
internal static class ParquetInputs
{
    /// <summary>The names and values.</summary>
    public static List<KeyValuePair<string, string>> Of(RunHeader header, RunFooter footer) =>
    [
        new("policyeval.format_version", ParquetReportWriter.FormatVersion),
        new("policyeval.tool_version", header.ToolVersion),
        new("policyeval.snapshot_digest", ReportDigest.Of(header)),
        new("policyeval.snapshots", Lines(header.Snapshots.Select(snapshot => $"{snapshot.Digest} {snapshot.Name}"))),
        new("policyeval.frameworks", Lines(header.Frameworks.Select(framework =>
            $"{framework.Sha256} {framework.Name} {framework.Version}"))),
        new("policyeval.policies", Lines(header.Policies.Select(LineOf))),
        new("policyeval.files", Lines(FilesOf(header).Select(file => $"{file.Sha256} {file.Path}"))),
        new("policyeval.exit_code", FormattableString.Invariant($"{footer.ExitCode}")),
    ];

    private static string LineOf(PolicyReference policy) => string.Join(
        ' ', [policy.Sha256, policy.Name, .. policy.Params.Select(param => $"{param.Name}={param.Value}")]);

    private static IEnumerable<InputFile> FilesOf(RunHeader header) =>
        new[] { header.Settings, header.Baseline }.OfType<InputFile>().Concat(header.WaiverFiles);

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(SafeText.Of));
}
