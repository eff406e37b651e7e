using System.Collections.Immutable;

namespace PolicyEval.Language.Text;

/// <summary>
/// A text that stands inside another one, such as a CEL expression in a YAML scalar: what the outer format makes of
/// it ("cooked": escapes resolved, lines folded) and where each unit of it stands in the outer text.
/// </summary>
public sealed class EmbeddedText
{
    private readonly ImmutableArray<int> _outerOffsets;

    /// <summary>Makes an embedded text from its map.</summary>
    /// <param name="outer">The outer text.</param>
    /// <param name="content">The cooked text.</param>
    /// <param name="outerOffsets">
    /// For each unit of <paramref name="content"/> its offset in the outer text, and as last entry the offset behind
    /// the last unit: one more entry than the content has units, never decreasing.
    /// </param>
    public EmbeddedText(SourceText outer, string content, ImmutableArray<int> outerOffsets)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(outerOffsets.Length, content.Length + 1);
        Outer = outer;
        Content = content;
        _outerOffsets = outerOffsets;
    }

    /// <summary>
    /// How a piece of cooked text, handed in with the offset at which it is to stand, is written in the outer text;
    /// null where it cannot stand there.
    /// </summary>
    public Func<int, string, string?> Written { get; init; } = (_, text) => text;

    /// <summary>The outer text, which diagnostics cite.</summary>
    public SourceText Outer { get; }

    /// <summary>The cooked text, which the compiler reads.</summary>
    public string Content { get; }

    /// <summary>A text that is its own outer text, for expressions that stand in no file.</summary>
    public static EmbeddedText Whole(SourceText text) =>
        new(text, text.Content, [.. Enumerable.Range(0, text.Content.Length + 1)]);

    /// <summary>A text that is its own outer text, for expressions that stand in no file.</summary>
    public static EmbeddedText Whole(string content, string path = "") => Whole(SourceText.From(content, path));

    /// <summary>The place of a cooked span in the outer text.</summary>
    public TextSpan ToOuter(TextSpan span)
    {
        var start = _outerOffsets[span.Start];
        if (span.Length == 0)
            return new TextSpan(start, 0);

        // The end is the place behind the last unit itself, not the start of the next one: between two units of a
        // folded or escaped scalar there may be line ends, indentation and quotes that belong to neither.
        var last = _outerOffsets[span.End - 1];
        var next = _outerOffsets[span.End];
        var end = span.End == Content.Length ? next : Math.Min(next, NextLine(last));
        return TextSpan.FromBounds(start, Math.Max(end, last));
    }

    private int NextLine(int offset)
    {
        var index = Outer.Content.AsSpan(offset).IndexOfAny('\r', '\n');
        return index <= 0 ? Math.Min(offset + 1, Outer.Content.Length) : offset + index;
    }
}
