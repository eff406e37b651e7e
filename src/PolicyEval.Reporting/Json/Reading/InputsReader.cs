using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Json.Reading;

/// <summary>Reads what <see cref="JsonInputs"/> writes.</summary>
internal static class InputsReader
{
    /// <summary>The inputs.</summary>
    /// <param name="json">The properties of the report that stand before the findings.</param>
    public static RunHeader Read(ReportParts json) => new()
    {
        ToolVersion = json.Part("tool").String("version"),
        Options = ReadOptions(json.Part("options")),
        Frameworks = [.. json.Parts("frameworks").Select(ReadFramework)],
        Policies = [.. json.Parts("policies").Select(PoliciesReader.Read)],
        Settings = json.PartOrNull("settings") is { } settings ? ReadFile(settings) : null,
        WaiverFiles = [.. json.Parts("waiverFiles").Select(ReadFile)],
        Baseline = json.Has("baseline") && json.PartOrNull("baseline") is { } baseline ? ReadFile(baseline) : null,
        LeftOut = AccountsReader.ReadLeftOut(json),
        Populations = AccountsReader.ReadPopulations(json),
        Snapshots = Labelled([.. json.Parts("snapshots").Select(SnapshotsReader.Read)]),
    };

    private static RunOptions ReadOptions(JsonPart json) => new(
        json.Strings("frameworks"),
        json.Strings("policies"),
        json.InstantOrNull("asOf"),
        json.Strings("set"),
        json.WordOrNull("failOn", ReportWords.Severities),
        json.Bool("strict"))
    {
        IgnoreWaivers = json.Bool("ignoreWaivers"),
        Freshness = json.Has("maxAge") && json.StringOrNull("maxAge") is { } maxAge
            ? new Freshness(maxAge, json.Instant("now"))
            : null,
    };

    private static FrameworkReference ReadFramework(JsonPart json) => new(
        json.String("name"), json.String("title"), json.String("version"), json.String("sha256"),
        json.String("origin"))
    {
        ReplacesBundled = json.Bool("replacesBundled"),
    };

    private static InputFile ReadFile(JsonPart json) => new(json.String("path"), json.String("sha256"));

    private static ImmutableArray<SnapshotReference> Labelled(ImmutableArray<SnapshotReference> snapshots)
    {
        var labels = SnapshotLabel.Of([.. snapshots.Select(snapshot => snapshot.Name)]);
        return [.. snapshots.Zip(labels, (snapshot, label) => snapshot with { Label = label })];
    }
}
