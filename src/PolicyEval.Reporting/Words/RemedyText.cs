using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Words;

/// <summary>How to put a failure right, for formats that have one text for it.</summary>
internal static class RemedyText
{
    /// <summary>The ways that the policy knows, each under its name; empty where it knows none.</summary>
    public static string Of(PolicyGuide guide)
    {
        var ways = new (string Name, string Text)[]
        {
            ("Console", guide.Console), ("CLI", guide.Cli), ("Code", guide.Iac),
        };
        return string.Join(
            "\n\n", ways.Where(way => way.Text.Length > 0).Select(way => $"{way.Name}:\n{way.Text.TrimEnd()}"));
    }
}
