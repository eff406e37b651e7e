using System.Buffers;
using System.Globalization;
using System.Text;

namespace PolicyEval.Reporting.Words;

/// <summary>
/// Makes strings from evidence and policies safe for Markdown in GitHub's dialect: no markup, no HTML, no link, no
/// mention, no address of mail, no reference to an issue, and always one line.
/// </summary>
internal static class MarkdownText
{
    // What begins anything but text; a colon begins the path of a link that is recognised by itself.
    private static readonly SearchValues<char> Active = SearchValues.Create("\\`*_{}[]()#+!|<>&~@:$^=\"'");

    // GitHub looks for mentions, mail and issues in the text that it shows, where no number stands for a sign any more:
    // a space without width parts the sign from what follows.
    private const string Apart = "&#8203;";

    /// <summary>The text with everything that could be more than text written as a number.</summary>
    public static string Of(string text)
    {
        var safe = SafeText.Of(text);
        var result = new StringBuilder(safe.Length + 16);
        for (var i = 0; i < safe.Length; i++)
        {
            if (Active.Contains(safe[i]) || IsWww(safe, i))
                result.Append(CultureInfo.InvariantCulture, $"&#{(int)safe[i]};");
            else
                result.Append(safe[i]);
            if (IsReference(safe, i))
                result.Append(Apart);
        }

        return result.ToString();
    }

    /// <summary>Whether it is the sign in <c>@name</c>, <c>name@host</c>, <c>#12</c> or <c>GH-12</c>.</summary>
    private static bool IsReference(string text, int at) => at + 1 < text.Length && text[at] switch
    {
        '@' => true,
        '#' => char.IsAsciiDigit(text[at + 1]),
        '-' => char.IsAsciiDigit(text[at + 1]) && at >= 2
            && text.AsSpan(at - 2, 2).Equals("gh", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Whether it is the dot of <c>www.</c>, which is a link by itself.</summary>
    private static bool IsWww(string text, int at) =>
        text[at] == '.' && at >= 3 && text.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);
}
