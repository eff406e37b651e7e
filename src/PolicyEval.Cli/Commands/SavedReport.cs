using System.Security.Cryptography;
using System.Text;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Evaluation.Comparison;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Diagnostics;
using PolicyEval.Reporting.Json;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Cli.Commands;

/// <summary>Reads JSON reports that a command line names.</summary>
internal static class SavedReport
{
    private const int HeadBytes = 4096;

    /// <summary>The bytes of a report.</summary>
    /// <exception cref="UsageException">The file cannot be read, or is too large.</exception>
    public static ReadOnlyMemory<byte> Read(string path) => Open(path).Bytes;

    /// <summary>
    /// The bytes of what is a JSON report by its content, whole or not; null for anything else that can be read again.
    /// </summary>
    /// <exception cref="UsageException">It cannot be read, is too large, or a pipe without a report.</exception>
    public static ReadOnlyMemory<byte>? Sniff(string path)
    {
        if (!File.Exists(path) || (IsRegular(path) && !BeginsAsJson(path)))
            return null;
        var file = Open(path);
        if (JsonReportReader.IsReport(file.Bytes))
            return file.Bytes;
        return file.IsRegular || file.Bytes.IsEmpty ? null : throw Unusable(Diagnostic.Create(
            ReportDescriptors.NotAReport, Location.InFile(path),
            "it is a pipe or device, of which only a report is read"));
    }

    /// <summary>The result that a report holds, with all its findings or with those that are wanted.</summary>
    /// <exception cref="UsageException">It is no report.</exception>
    public static EvaluationResult Load(string path, ReadOnlyMemory<byte> bytes, Predicate<Finding>? wanted = null)
    {
        var collector = new ResultCollector(wanted);
        return JsonReportReader.Replay(path, bytes, collector) is { } wrong
            ? throw Unusable(wrong)
            : collector.Result!;
    }

    /// <summary>The baseline that a report is, or null for none.</summary>
    /// <exception cref="UsageException">It is no report.</exception>
    public static Baseline? LoadBaseline(string? path) => path is null ? null : LoadBaseline(path, Read(path));

    /// <summary>The baseline that a report is.</summary>
    /// <exception cref="UsageException">It is no report.</exception>
    public static Baseline LoadBaseline(string path, ReadOnlyMemory<byte> bytes) =>
        new(new InputFile(path, Sha256Of(bytes)), Load(path, bytes));

    /// <summary>The digest by which reports name a report.</summary>
    public static string Sha256Of(ReadOnlyMemory<byte> bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(bytes.Span));

    private static NamedFile Open(string path)
    {
        var file = NamedFile.Read(path, JsonReportReader.BytesMax);
        if (file.Problem is not null)
            throw Unusable(Diagnostic.Create(ReportDescriptors.Unreadable, Location.InFile(path), file.Problem));
        return file.Bytes.Length > JsonReportReader.BytesMax ? throw Unusable(JsonReportReader.TooLarge(path)) : file;
    }

    /// <summary>Whether it may be looked at before it is read.</summary>
    private static bool IsRegular(string path) => new FileInfo(path) is { LinkTarget: null, Length: > 0 };

    /// <summary>Whether the first byte that is neither white space nor a byte order mark opens an object.</summary>
    private static bool BeginsAsJson(string path)
    {
        var start = new byte[HeadBytes];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        ReadOnlySpan<byte> head = start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        head = head.StartsWith(Encoding.UTF8.Preamble) ? head[Encoding.UTF8.Preamble.Length..] : head;
        return head.TrimStart(" \t\r\n"u8) is [(byte)'{', ..];
    }

    private static UsageException Unusable(Diagnostic diagnostic) => new(diagnostic, ExitCodes.UnusableInput);
}
