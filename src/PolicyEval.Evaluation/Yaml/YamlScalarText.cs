using System.Buffers;

namespace PolicyEval.Evaluation.Yaml;

/// <summary>Writes text into a scalar: the other way round from reading it.</summary>
internal static class YamlScalarText
{
    // What ends a scalar without quotes, or may end one inside of brackets.
    private static readonly SearchValues<char> NotPlain = SearchValues.Create(":#,[]{}");

    /// <summary>A text as it is written inside a scalar; null where the scalar's style cannot hold it.</summary>
    /// <param name="style">The style.</param>
    /// <param name="start">The offset in the scalar's value at which the text is to stand.</param>
    /// <param name="text">The text.</param>
    public static string? Write(YamlStyle style, int start, string text)
    {
        if (text.Any(char.IsControl))
            return null;
        return style switch
        {
            YamlStyle.SingleQuoted => text.Replace("'", "''", StringComparison.Ordinal),
            YamlStyle.DoubleQuoted => text
                .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal),

            // A blank at the edge of a line would be indentation, or folded away.
            _ when text.Length == 0 || text[0] == ' ' || text[^1] == ' ' => null,
            YamlStyle.Plain => IsPlain(start, text) ? text : null,
            _ => text,
        };
    }

    // At the start of a scalar most signs mean something to YAML.
    private static bool IsPlain(int start, string text) =>
        !text.AsSpan().ContainsAny(NotPlain) && (start > 0 || char.IsAsciiLetterOrDigit(text[0]) || text[0] == '(');
}
