using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyEval.Language.Tests.Naive.Cases;

/// <summary>
/// One way to write an expression of a type: <c>2 list(B): ‹list(A)›.map(#, ‹B | #: A›)</c>. The number says how often
/// it is taken beside others, <c>‹…›</c> stands for an expression of a type, <c>#</c> and <c>@</c> for new variables,
/// which an expression may use as those of the types behind its bar, or as of its own type where none is named.
/// </summary>
internal sealed partial record Production(int Weight, CaseType Result, IReadOnlyList<Production.Part> Parts)
{
    public static Production Parse(string line)
    {
        var match = Line().Match(line);
        if (!match.Success)
            throw new FormatException(line);
        var weight = match.Groups[1].Length == 0 ? 1 : int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return new Production(weight, CaseType.Parse(match.Groups[2].Value), [.. PartsOf(match.Groups[3].Value)]);
    }

    private static IEnumerable<Part> PartsOf(string template)
    {
        var at = 0;
        foreach (Match hole in Hole().Matches(template))
        {
            yield return new Part(template[at..hole.Index], null, []);
            var type = CaseType.Parse(hole.Groups[1].Value);
            var declared = hole.Groups[2].Value.Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(d => d.Trim()).Select(d => (d[0], d.Length == 1 ? type : CaseType.Parse(d[2..])));
            yield return new Part("", type, [.. declared]);
            at = hole.Index + hole.Length;
        }

        yield return new Part(template[at..], null, []);
    }

    [GeneratedRegex("^([0-9]*) *([a-zA-Z(), ]+): (.+)\\z")]
    private static partial Regex Line();

    [GeneratedRegex("‹([^›|]+)(?:\\|([^›]+))?›")]
    private static partial Regex Hole();

    /// <summary>Text, or an expression in which variables are declared.</summary>
    internal sealed record Part(string Text, CaseType? Type, IReadOnlyList<(char Mark, CaseType Type)> Declared);
}
