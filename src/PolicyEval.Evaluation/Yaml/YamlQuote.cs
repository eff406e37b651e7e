using System.Globalization;
using System.Text;

namespace PolicyEval.Evaluation.Yaml;

/// <summary>Writes texts as YAML.</summary>
internal static class YamlQuote
{
    /// <summary>The text between double quotes, whatever it holds.</summary>
    public static string Of(string text)
    {
        var escaped = Escape(text.Replace("\\", "\\\\", StringComparison.Ordinal));
        return $"\"{escaped.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>The text in one line, with escapes for what is invisible, turns a line around or ends it.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (IsVisible(unit))
                result.Append(unit);
            else
                result.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        }
        return result.ToString();
    }

    // Halves of pairs are kept: together they are a visible character, mostly.
    private static bool IsVisible(char unit) => char.GetUnicodeCategory(unit) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned => false,
        _ => unit is not '\ufeff',
    };
}
