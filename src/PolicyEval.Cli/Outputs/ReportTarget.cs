using System.Collections.Immutable;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Reporting;

namespace PolicyEval.Cli.Outputs;

/// <summary>A report that the user asked for: <c>NAME</c> or <c>NAME=FILE</c>.</summary>
/// <param name="Format">The format.</param>
/// <param name="File">The file, or null for standard output.</param>
internal sealed record ReportTarget(ReportFormat Format, string? File)
{
    /// <summary>Reads the values of <c>--format</c>; none means the default format.</summary>
    /// <exception cref="UsageException">A format is unknown, or two reports want the same place.</exception>
    public static ImmutableArray<ReportTarget> ParseAll(IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return [new ReportTarget(ReportFormats.Default, null)];

        var targets = values.Select(Parse).ToImmutableArray();
        var toOutput = targets.Where(target => target.File is null).ToList();
        if (toOutput.Count > 1)
            throw UsageException.Of(
                UsageDescriptors.SeveralToStandardOutput, toOutput[0].Format.Name, toOutput[1].Format.Name);

        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (var target in targets)
        {
            if (target.File is { } file && !files.Add(Path.GetFullPath(file)))
                throw UsageException.Of(UsageDescriptors.SameFileTwice, file);
        }

        return targets;
    }

    /// <summary>Refuses a file that is, or lies in, one of the inputs, and one whose folder is not there.</summary>
    public void RefuseInputs(IEnumerable<string> inputs)
    {
        if (File is null)
            return;

        var path = Path.GetFullPath(File);
        foreach (var input in inputs.Select(Path.GetFullPath))
        {
            var folder = Path.TrimEndingDirectorySeparator(input) + Path.DirectorySeparatorChar;
            if (path == input || path.StartsWith(folder, StringComparison.Ordinal))
                throw UsageException.Of(UsageDescriptors.OutputIsInput, File);
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)) || Directory.Exists(path))
            throw UsageException.Of(UsageDescriptors.OutputFolderMissing, File);
    }

    private static ReportTarget Parse(string value)
    {
        var index = value.IndexOf('=');
        var name = index < 0 ? value : value[..index];
        var file = index < 0 ? null : value[(index + 1)..];
        var format = ReportFormats.Find(name)
            ?? throw UsageException.Unknown(
                UsageDescriptors.UnknownFormat, name, ReportFormats.All.Select(known => known.Name));
        return file is ""
            ? throw UsageException.Of(UsageDescriptors.WrongUsage, $"'{value}' names no file")
            : new ReportTarget(format, file);
    }
}
