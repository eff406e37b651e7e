using System.Collections.Immutable;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Cli.Outputs;

/// <summary>A report that the user asked for: <c>NAME</c>, <c>NAME=FILE</c> or <c>NAME=FOLDER/</c>.</summary>
/// <param name="Format">The name of the format: one that the command has.</param>
/// <param name="Name">The file or folder as the user named it, or null.</param>
/// <param name="Destination">Where the report goes.</param>
internal sealed record ReportTarget(string Format, string? Name, Destination Destination)
{
    /// <summary>Whether the format can be several files in a folder.</summary>
    public bool TakesFolder { get; init; }

    /// <summary>Reads the values of <c>--format</c>; none means the first format.</summary>
    /// <param name="values">The values, in the order given.</param>
    /// <param name="formats">The formats that the command has, the default first.</param>
    /// <param name="unknown">What is reported of a name that is not among them.</param>
    /// <exception cref="UsageException">A format is unknown, or two reports want the same place.</exception>
    public static ImmutableArray<ReportTarget> ParseAll(
        IReadOnlyList<string> values, IReadOnlyList<string> formats, DiagnosticDescriptor unknown)
    {
        if (values.Count == 0)
            return [new ReportTarget(formats[0], null, Destination.StandardOutput())];

        var targets = values.Select(value => Parse(value, formats, unknown)).ToImmutableArray();
        var toOutput = targets.Where(target => target.Destination.Kind == DestinationKind.StandardOutput).ToList();
        if (toOutput.Count > 1)
            throw UsageException.Of(
                UsageDescriptors.SeveralToStandardOutput, toOutput[0].Format, toOutput[1].Format);

        for (var i = 1; i < targets.Length; i++)
        {
            var place = targets[i].Destination.Identity;
            if (targets.Take(i).FirstOrDefault(other => IsAt(other, place)) is { } earlier)
                throw UsageException.Of(UsageDescriptors.SameFileTwice, targets[i].Name ?? earlier.Name ?? place);
        }

        return targets;
    }

    /// <summary>
    /// Refuses a place that is, or lies in, one of the inputs, one whose folder is not there, and a folder where a file
    /// belongs or the other way round.
    /// </summary>
    /// <param name="snapshots">As the user named them.</param>
    /// <param name="policies">The folder of policies, or null.</param>
    /// <param name="others">Files and folders of waivers and settings.</param>
    public void RefuseInputs(IEnumerable<string> snapshots, string? policies, params IEnumerable<string> others)
    {
        if (Name is null || Destination.Kind == DestinationKind.StandardOutput)
            return;

        var place = Destination.Identity;
        if (snapshots.Any(snapshot => LinkResolver.IsWithin(place, Resolve(snapshot))))
            throw UsageException.Of(UsageDescriptors.OutputIsInput, Name, "a snapshot or report");
        if (policies is not null && IsOver(place, LinkResolver.Resolve(policies)))
            throw UsageException.Of(UsageDescriptors.OutputIsInput, Name, "the policies");
        if (others.Any(path => IsOver(place, LinkResolver.Resolve(path))))
            throw UsageException.Of(UsageDescriptors.OutputIsInput, Name, "the waivers or settings");
        if (Destination.Kind == DestinationKind.Device)
            return;
        if (Destination.Kind == DestinationKind.Folder && !TakesFolder)
            throw UsageException.Of(UsageDescriptors.OutputIsFolder, Name);
        if (Destination.Kind == DestinationKind.Folder && File.Exists(place))
            throw UsageException.Of(UsageDescriptors.OutputIsNoFolder, Name);
        if (!Directory.Exists(Path.GetDirectoryName(place)))
            throw UsageException.Of(UsageDescriptors.OutputFolderMissing, Name);
    }

    /// <summary>Whether a place is a file that is read, or may be read, as one of a folder.</summary>
    private static bool IsOver(string place, string input) =>
        place.Equals(input, LinkResolver.Comparison) || (IsPolicyFile(place) && LinkResolver.IsWithin(place, input));

    private static bool IsAt(ReportTarget target, string place) =>
        target.Destination.Identity.Equals(place, LinkResolver.Comparison);

    // Standard input may be a file too.
    private static string Resolve(string snapshot) => LinkResolver.Resolve(snapshot == "-" ? "/dev/stdin" : snapshot);

    private static bool IsPolicyFile(string path) =>
        path.EndsWith(".yaml", LinkResolver.Comparison) || path.EndsWith(".yml", LinkResolver.Comparison);

    private static ReportTarget Parse(string value, IReadOnlyList<string> formats, DiagnosticDescriptor unknown)
    {
        var index = value.IndexOf('=');
        var name = index < 0 ? value : value[..index];
        var file = index < 0 ? null : value[(index + 1)..];
        if (!formats.Contains(name))
            throw UsageException.Unknown(unknown, name, formats);
        return file is ""
            ? throw UsageException.Of(UsageDescriptors.WrongUsage, $"'{value}' names no file")
            : new ReportTarget(
                name, file, file is null ? Destination.StandardOutput() : Destination.Of(file));
    }
}
