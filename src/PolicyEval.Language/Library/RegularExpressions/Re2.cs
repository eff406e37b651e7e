using System.Text.RegularExpressions;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.RegularExpressions;

/// <summary>Regular expressions of RE2 syntax: the door of this folder.</summary>
public static class Re2
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>Compiles a pattern of RE2 syntax to one that matches the same texts, in linear time.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="regex">The compiled pattern; null where it is refused.</param>
    /// <param name="error">What is wrong; empty where nothing is.</param>
    /// <param name="offset">Where in the pattern, in UTF-16 units.</param>
    public static bool TryCompile(string pattern, out Regex? regex, out string error, out int offset)
    {
        (regex, error, offset) = (null, "", 0);
        try
        {
            regex = new Regex(pattern, Options);
            return true;
        }
        catch (RegexParseException fault)
        {
            (error, offset) = (fault.Error.ToString(), fault.Offset);
            return false;
        }
    }

    /// <summary>Whether a part of the text matches: a bool, or an error for a pattern that is none.</summary>
    public static CelValue IsMatch(string text, string pattern) =>
        TryCompile(pattern, out var regex, out var error, out var offset)
            ? CelValue.Of(regex!.IsMatch(text))
            : CelValue.Error($"invalid regular expression: {error} at offset {offset}");
}
