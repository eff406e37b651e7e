using System.Text.RegularExpressions;

namespace PolicyEval.Evaluation.Policies;

/// <summary>Expressions in one line: what stands between the lines of one means nothing.</summary>
internal static partial class OneLine
{
    /// <summary>The text with one space in the place of each line end and the white space around it.</summary>
    public static string Of(string text) => LineEnds().Replace(text, " ").Trim();

    [GeneratedRegex(@"[ \t]*[\r\n]\s*")]
    private static partial Regex LineEnds();
}
