using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyEval.Language.Library.RegularExpressions;

/// <summary>A compiled regular expression of RE2 syntax. Immutable; safe on all threads.</summary>
public sealed class Re2Regex
{
    private readonly Regex _regex;
    private readonly Re2Alphabet _alphabet;

    internal Re2Regex(string pattern, Regex regex, Re2Alphabet alphabet, int groupCount)
    {
        GroupCount = groupCount;
        Pattern = pattern;
        _regex = regex;
        _alphabet = alphabet;
    }

    /// <summary>The pattern as it was written.</summary>
    public string Pattern { get; }

    /// <summary>How many capturing groups the pattern has.</summary>
    public int GroupCount { get; }

    /// <summary>
    /// The matches from left to right, none of which overlap; an empty one directly behind another one is left out, as
    /// Go does. Each is the spans of the match and of its groups, in UTF-16 units; null for a group without a part.
    /// </summary>
    internal IEnumerable<(int Start, int Length)?[]> Matches(string text)
    {
        var isAscii = Ascii.IsValid(text);
        var encoded = isAscii ? text : Encode(text);
        var offsets = isAscii ? null : Re2Alphabet.Offsets(text);
        var last = -1;
        for (var match = _regex.Match(encoded); match.Success; match = match.NextMatch())
        {
            if (match.Length == 0 && match.Index == last)
                continue;
            last = match.Index + match.Length;
            var spans = new (int Start, int Length)?[GroupCount + 1];
            spans[0] = Span(match, offsets);
            for (var i = 1; i < spans.Length; i++)
                spans[i] = match.Groups[Re2Writer.NameOf(i)] is { Success: true } group ? Span(group, offsets) : null;
            yield return spans;
        }
    }

    private static (int Start, int Length) Span(Capture capture, int[]? offsets)
    {
        if (offsets is null)
            return (capture.Index, capture.Length);
        var start = offsets[capture.Index];
        return (start, offsets[capture.Index + capture.Length] - start);
    }

    private string Encode(string text)
    {
        var buffer = new char[text.Length];
        return new string(buffer, 0, _alphabet.Encode(text, buffer));
    }

    /// <summary>Whether a part of the text matches, in time linear in the text.</summary>
    public bool IsMatch(string text)
    {
        if (Ascii.IsValid(text))
            return _regex.IsMatch(text);

        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            return _regex.IsMatch(buffer.AsSpan(0, _alphabet.Encode(text, buffer)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }
}
