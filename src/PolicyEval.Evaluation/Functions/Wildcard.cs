using System.Text;

namespace PolicyEval.Evaluation.Functions;

/// <summary>
/// The wildcards of AWS: <c>*</c> for any text, an empty one too, and <c>?</c> for one character (IAM User Guide,
/// "IAM JSON policy elements: String condition operators"). A match takes at most pattern times text steps: it never
/// goes back behind the last <c>*</c>.
/// </summary>
internal static class Wildcard
{
    /// <summary>Whether a text, letter by letter, is one that the pattern stands for.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text) => Matches(pattern, text, false);

    /// <summary>
    /// Whether the pattern stands for all that another one stands for: surely, where it says so; a pattern that does it
    /// in a roundabout way may be overlooked.
    /// </summary>
    public static bool Covers(ReadOnlySpan<char> pattern, ReadOnlySpan<char> other) => Matches(pattern, other, true);

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, bool isPattern)
    {
        var (p, t) = (0, 0);
        var (star, resume) = (-1, 0);
        while (t < text.Length)
        {
            // Any text is more than any one character: only a star takes a star.
            var isAny = isPattern && text[t] == '*';
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (p, t);
                p++;
            }
            else if (p < pattern.Length && !isAny && (pattern[p] == '?' || pattern[p] == text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                // The last star takes one character more.
                resume++;
                (p, t) = (star + 1, resume);
            }
            else
            {
                return false;
            }
        }

        return !pattern[p..].ContainsAnyExcept('*');
    }

    /// <summary>
    /// Whether the pattern stands for all that another one stands for, but perhaps for a name that is too short: to
    /// all that there is <c>?*</c> is the same as <c>*</c>.
    /// </summary>
    public static bool MayCover(string pattern, string other) =>
        Covers(other.AsSpan().ContainsAny('*', '?') ? Widest(pattern) : pattern, other);

    /// <summary>The pattern with each run of wildcards in which there is a star as one star.</summary>
    private static string Widest(string pattern)
    {
        var result = new StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length;)
        {
            var length = pattern.AsSpan(i).IndexOfAnyExcept('*', '?');
            var run = pattern.AsSpan(i, length < 0 ? pattern.Length - i : Math.Max(length, 1));
            result.Append(run.Contains('*') ? "*" : run);
            i += run.Length;
        }

        return result.ToString();
    }

    /// <summary>Whether there is a text that both patterns stand for.</summary>
    public static bool Overlap(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        // before[j]: whether the left pattern up to here and the right one up to j have a text in common.
        var before = new bool[right.Length + 1];
        var now = new bool[right.Length + 1];
        before[0] = true;
        for (var j = 1; j <= right.Length; j++)
            before[j] = before[j - 1] && right[j - 1] == '*';
        for (var i = 1; i <= left.Length; i++)
        {
            now[0] = before[0] && left[i - 1] == '*';
            for (var j = 1; j <= right.Length; j++)
            {
                now[j] = left[i - 1] == '*' || right[j - 1] == '*'
                    ? before[j] || now[j - 1]
                    : before[j - 1] && (left[i - 1] == right[j - 1] || left[i - 1] == '?' || right[j - 1] == '?');
            }

            (before, now) = (now, before);
        }

        return before[right.Length];
    }
}
