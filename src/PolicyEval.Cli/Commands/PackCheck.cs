using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting;
using PolicyEval.Reporting.Rechecking;
using PolicyEval.Reporting.Words;
using PolicyEval.Snapshots.Packs;

namespace PolicyEval.Cli.Commands;

/// <summary>
/// What a pack says beside its results: the page, the version that made it, and the policies that are said to be this
/// program's own. What another version wrote only that version can compare.
/// </summary>
internal static class PackCheck
{
    private const string PageName = "data/report.html";

    /// <summary>The result of the check, with what else was found.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="report">Its results.</param>
    /// <param name="result">What the check of these gave.</param>
    /// <param name="isSignerAsked">Whether the user named keys that they trust.</param>
    public static RecheckResult Of(Pack pack, EvaluationResult report, RecheckResult result, bool isSignerAsked)
    {
        if (isSignerAsked && !pack.Signatures.Any(signature => signature.IsTrusted))
            result = result with { Unchecked = [.. result.Unchecked, "who vouches for it: no key that you named"] };
        var version = report.Header.ToolVersion;
        var altered = PackedInputs.BundledIn(pack).Where(file => !PolicyLibrary.Bundles(file)).ToList();
        if (pack.Producer != ProducerOf(version))
            return With(result, "/tool/version", $"the report says {version}, and the pack {pack.Producer}");
        if (version != ToolVersion.Current)
            return result with
            {
                Unchecked =
                [
                    .. result.Unchecked,
                    $"{PageName}, which version {version} wrote: read data/results.json with 'policyeval report'",
                    .. altered.Count == 0 ? (string[])[] : [
                        $"whether version {version} had these policies: "
                        + $"{ResultWords.Plural(altered.Count, "file")} of data/bundled differ from this version's"],
                ],
            };
        foreach (var file in altered)
            result = With(result, file.Path, "it is packed as this program's own, which is another one");
        return IsPageOf(pack, report) ? result : With(result, PageName, "it is not what the results give");
    }

    /// <summary>How a pack names the program that makes it.</summary>
    public static string ProducerOf(string version) => $"policyeval {version}";

    private static RecheckResult With(RecheckResult result, string subject, string what) =>
        result with { Differences = result.Differences.Add(new RecheckDifference(subject, what)) };

    private static bool IsPageOf(Pack pack, EvaluationResult report)
    {
        using var buffer = new MemoryStream();
        var writer = ReportFormats.Find("html")!.Create(buffer, ReportStyle.Plain, ReportOptions.Default);
        report.Replay(writer);
        (writer as IDisposable)?.Dispose();
        return buffer.ToArray().AsSpan().SequenceEqual(pack.FileOf(PackedFileKind.Report)!.Bytes.Span);
    }
}
