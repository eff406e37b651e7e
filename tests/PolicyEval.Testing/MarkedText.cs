using System.Text.RegularExpressions;

namespace PolicyEval.Testing;

/// <summary>
/// A text whose places of interest are marked: <c>a + [|b|]</c> is the text <c>a + b</c> with one span, and
/// <c>{|PE2002:b|}</c> names its span as well. Doubled brackets keep CEL's own brackets out of it.
/// </summary>
public sealed partial class MarkedText
{
    private MarkedText(string text, IReadOnlyList<(int Start, int End, string Name)> spans)
    {
        Text = text;
        Spans = spans;
    }

    /// <summary>The text without marks.</summary>
    public string Text { get; }

    /// <summary>The marked spans, by their start; the name is empty for <c>[|…|]</c>.</summary>
    public IReadOnlyList<(int Start, int End, string Name)> Spans { get; }

    /// <summary>Reads a marked text. Marks may nest.</summary>
    public static MarkedText Parse(string marked)
    {
        var text = new System.Text.StringBuilder();
        var open = new Stack<(int Start, string Name)>();
        var spans = new List<(int Start, int End, string Name)>();
        var position = 0;
        foreach (Match mark in Marks().Matches(marked))
        {
            text.Append(marked, position, mark.Index - position);
            position = mark.Index + mark.Length;
            if (mark.Value[0] is '[' or '{')
            {
                open.Push((text.Length, mark.Groups["name"].Value));
                continue;
            }

            var (start, name) = open.Pop();
            spans.Add((start, text.Length, name));
        }

        text.Append(marked, position, marked.Length - position);
        return new MarkedText(text.ToString(), [.. spans.OrderBy(s => s.Start).ThenByDescending(s => s.End)]);
    }

    [GeneratedRegex(@"\[\||\{\|(?<name>\w+):|\|\]|\|\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Marks();
}
