using System.Collections.Immutable;

namespace PolicyEval.Reporting.Testing;

/// <summary>Every format that test results can be written in. The door of this folder.</summary>
public static class PolicyTestFormats
{
    /// <summary>The formats, the default first.</summary>
    public static ImmutableArray<PolicyTestFormat> All { get; } =
    [
        new("console", "for people", ConsoleTestWriter.Write),
        new("junit", "XML for CI systems", (run, _, stream, _) => JUnitTestWriter.Write(run, stream)),
    ];

    /// <summary>The format of a name, or null.</summary>
    public static PolicyTestFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
