using System.Collections.Immutable;
using System.Text;
using PolicyEval.Language.Symbols;

namespace PolicyEval.Language.Library.RegularExpressions;

/// <summary>
/// What replaces a match: text in which <c>\0</c> to <c>\9</c> stand for the match and its groups, and <c>\\</c> for
/// a backslash.
/// </summary>
internal static class Replacement
{
    /// <summary>The parts in order: text, or the number of a group (-1 for text).</summary>
    public static (ImmutableArray<(string Text, int Group)> Parts, ArgumentFault? Fault) Parse(string replacement)
    {
        var parts = ImmutableArray.CreateBuilder<(string Text, int Group)>();
        var text = new StringBuilder();
        for (var i = 0; i < replacement.Length; i++)
        {
            if (replacement[i] != '\\')
            {
                text.Append(replacement[i]);
                continue;
            }

            var next = ++i < replacement.Length ? replacement[i] : ' ';
            if (next == '\\')
            {
                text.Append(next);
            }
            else if (char.IsAsciiDigit(next))
            {
                parts.Add((text.ToString(), -1));
                parts.Add(("", next - '0'));
                text.Clear();
            }
            else
            {
                return ([], new ArgumentFault("a backslash stands before a digit or another backslash", i - 1));
            }
        }

        parts.Add((text.ToString(), -1));
        return (parts.ToImmutable(), null);
    }
}
