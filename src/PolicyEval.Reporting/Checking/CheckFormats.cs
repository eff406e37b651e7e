using System.Collections.Immutable;

namespace PolicyEval.Reporting.Checking;

/// <summary>Every format that a check can be written in. The door of this folder.</summary>
public static class CheckFormats
{
    /// <summary>The formats, the default first.</summary>
    public static ImmutableArray<CheckFormat> All { get; } =
    [
        new("console", "for people", ConsoleCheckWriter.Write),
        new("sarif", "SARIF 2.1.0 for editors and code hosts", (report, stream, _) =>
            SarifCheckWriter.Write(report, stream)),
    ];

    /// <summary>The format of a name, or null.</summary>
    public static CheckFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
