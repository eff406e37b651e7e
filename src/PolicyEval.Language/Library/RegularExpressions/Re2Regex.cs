using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyEval.Language.Library.RegularExpressions;

/// <summary>A compiled regular expression of RE2 syntax. Immutable; safe on all threads.</summary>
public sealed class Re2Regex
{
    private readonly Regex _regex;
    private readonly Re2Alphabet _alphabet;

    internal Re2Regex(string pattern, Regex regex, Re2Alphabet alphabet)
    {
        Pattern = pattern;
        _regex = regex;
        _alphabet = alphabet;
    }

    /// <summary>The pattern as it was written.</summary>
    public string Pattern { get; }

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
