using System.Text.RegularExpressions;

namespace PolicyEval.Reporting.Tests.Terminal;

internal static class TerminalText
{
    /// <summary>The text without the colour sequences that the writer itself makes.</summary>
    public static string WithoutColor(string text) => Regex.Replace(text, "\u001b\\[[0-9;]*m", "");
}
