using System.Text;

namespace PolicyEval.Evaluation.Tests.Compilation;

/// <summary>
/// A policy file in the making that knows where each character of one expression comes to stand, without asking the
/// reader of the product.
/// </summary>
internal sealed class PlacedYaml
{
    private const string Indent = "          ";

    private readonly StringBuilder _text = new();
    private readonly List<(int Line, int Column, int EndColumn)> _places = [];
    private int _line = 1;
    private int _column = 1;

    public string Text => _text.ToString();

    /// <summary>Where each character stands: line, column, and the column behind it.</summary>
    public IReadOnlyList<(int Line, int Column, int EndColumn)> Places => _places;

    public void Write(string text)
    {
        foreach (var c in text)
        {
            _text.Append(c);
            (_line, _column) = c == '\n' ? (_line + 1, 1) : (_line, _column + 1);
        }
    }

    /// <summary>Writes a mapping of one expression with more keys; false where the style cannot hold it.</summary>
    /// <param name="style">The style.</param>
    /// <param name="expression">One line.</param>
    /// <param name="breaks">The offsets of blanks in whose place a line may end.</param>
    /// <param name="head">Lines of the mapping before it, such as <c>name: x</c>.</param>
    /// <param name="rest">Lines of the mapping after it.</param>
    public bool WriteItem(ScalarStyle style, string expression, IReadOnlySet<int> breaks, string[] head, string[] rest)
    {
        if (!CanHold(style, expression, breaks))
            return false;
        var isFlow = style is ScalarStyle.FlowPlain or ScalarStyle.FlowQuoted;
        Write(isFlow ? "    - { " : "    - ");
        var separator = isFlow ? ", " : "\n      ";
        foreach (var line in head)
            Write(line + separator);
        Write("expression: ");
        WriteScalar(style, expression, breaks);
        foreach (var line in rest)
            Write(separator + line);
        Write(isFlow ? " }\n" : "\n");
        return true;
    }

    private void WriteScalar(ScalarStyle style, string expression, IReadOnlySet<int> breaks)
    {
        Write(style switch
        {
            ScalarStyle.SingleQuoted or ScalarStyle.SingleQuotedLines or ScalarStyle.FlowQuoted => "'",
            ScalarStyle.DoubleQuoted or ScalarStyle.DoubleQuotedEscapes or ScalarStyle.DoubleQuotedLines => "\"",
            ScalarStyle.Literal => $"|\n{Indent}",
            ScalarStyle.LiteralIndented => $"|2-  # why\n{Indent[..8]}",
            ScalarStyle.LiteralKept => $"|+\n{Indent}",
            ScalarStyle.Folded => $">\n{Indent}",
            ScalarStyle.FoldedStripped => $">-\n{Indent}",
            _ => "",
        });
        for (var i = 0; i < expression.Length; i++)
        {
            var (line, column) = (_line, _column);
            if (breaks.Contains(i) && HasLines(style))
                Write("\n" + Indent[..(style == ScalarStyle.LiteralIndented ? 8 : 10)]);
            else
                Write(Written(style, expression[i], i));
            _places.Add((line, column, _line == line ? _column : column + 1));
        }

        Write(style switch
        {
            ScalarStyle.SingleQuoted or ScalarStyle.SingleQuotedLines or ScalarStyle.FlowQuoted => "'",
            ScalarStyle.DoubleQuoted or ScalarStyle.DoubleQuotedEscapes or ScalarStyle.DoubleQuotedLines => "\"",
            _ => "",
        });
    }

    private static string Written(ScalarStyle style, char c, int index) => style switch
    {
        ScalarStyle.SingleQuoted or ScalarStyle.SingleQuotedLines or ScalarStyle.FlowQuoted when c == '\'' => "''",
        ScalarStyle.DoubleQuotedEscapes when index % 3 == 0 => $"\\x{(int)c:x2}",
        ScalarStyle.DoubleQuotedEscapes when index % 7 == 0 => $"\\u{(int)c:X4}",
        ScalarStyle.DoubleQuoted or ScalarStyle.DoubleQuotedEscapes or ScalarStyle.DoubleQuotedLines
            when c is '"' or '\\' => $"\\{c}",
        _ => c.ToString(),
    };

    private static bool HasLines(ScalarStyle style) => style is ScalarStyle.PlainLines or ScalarStyle.SingleQuotedLines
        or ScalarStyle.DoubleQuotedLines or ScalarStyle.Literal or ScalarStyle.LiteralIndented
        or ScalarStyle.LiteralKept or ScalarStyle.Folded or ScalarStyle.FoldedStripped;

    private static bool CanHold(ScalarStyle style, string text, IReadOnlySet<int> breaks)
    {
        var isQuoted = style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted or ScalarStyle.DoubleQuotedEscapes
            or ScalarStyle.FlowQuoted;
        if (isQuoted)
            return true;
        if ((HasLines(style) && breaks.Count == 0) || text.Trim() != text || text.Length == 0)
            return false;
        var isFlow = style == ScalarStyle.FlowPlain;
        return !(isFlow || style is ScalarStyle.Plain or ScalarStyle.PlainLines)
            || (!"!&*'\"%@`|>[]{},#?:-".Contains(text[0]) && !text.Contains(": ") && !text.EndsWith(':')
                && !text.Contains(" #") && (!isFlow || text.IndexOfAny(['[', ']', '{', '}', ',']) < 0)
                && text is not ("true" or "false" or "null"));
    }
}
