using System.Collections.Immutable;

namespace PolicyEval.Reporting.Periods;

/// <summary>Every format that a period can be written in. The door of this folder.</summary>
public static class PeriodFormats
{
    /// <summary>The formats, the default first.</summary>
    public static ImmutableArray<PeriodFormat> All { get; } =
    [
        new("console", "for people", PeriodConsole.Write),
        new("json", "everything, for programs", (report, stream, _) => PeriodJson.Write(report, stream)),
    ];

    /// <summary>The format of a name, or null.</summary>
    public static PeriodFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
