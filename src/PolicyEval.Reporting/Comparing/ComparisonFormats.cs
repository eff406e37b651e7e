using System.Collections.Immutable;

namespace PolicyEval.Reporting.Comparing;

/// <summary>Every format that a comparison can be written in. The door of this folder.</summary>
public static class ComparisonFormats
{
    /// <summary>The formats, the default first.</summary>
    public static ImmutableArray<ComparisonFormat> All { get; } =
    [
        new("console", "for people", ComparisonConsole.Write),
        new("json", "everything, for programs", (report, stream, _) => ComparisonJson.Write(report, stream)),
        new("markdown", "for pull requests and job summaries", (report, stream, _) =>
            ComparisonMarkdown.Write(report, stream)),
    ];

    /// <summary>The format of a name, or null.</summary>
    public static ComparisonFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
