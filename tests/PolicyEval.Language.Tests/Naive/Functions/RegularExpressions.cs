using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary><c>matches</c> and the functions of <c>regex</c>.</summary>
internal static class RegularExpressions
{
    private static readonly Fault NoPattern = new("no pattern");

    public static IEnumerable<(string, Func<object[], object>)> All { get; } =
    [
        ("matches", Matches),
        (".matches", Matches),
        ("regex.extract", a => Found(a, 1) switch
        {
            List<object> found => new NaiveOptional(found.FirstOrDefault()),
            var fault => fault,
        }),
        ("regex.extractAll", a => Found(a, int.MaxValue) switch
        {
            List<object> found => found.ToArray(),
            var fault => fault,
        }),
        ("regex.replace", a => a switch
        {
            [NaiveText text, NaiveText pattern, NaiveText by] => Replace(text, pattern, by, -1),
            [NaiveText text, NaiveText pattern, NaiveText by, long count] => Replace(text, pattern, by, count),
            _ => Fault.NoOverload,
        }),
    ];

    private static object Matches(object[] arguments)
    {
        if (arguments is not [NaiveText text, NaiveText pattern])
            return Fault.NoOverload;
        return Search(text, pattern, 1) is { } found ? found.Count > 0 : NoPattern;
    }

    /// <summary>The first matches, or their group where the pattern has one: then without empty ones.</summary>
    private static object Found(object[] arguments, int count)
    {
        if (arguments is not [NaiveText text, NaiveText pattern])
            return Fault.NoOverload;
        if (Search(text, pattern, count) is not { } matches || GroupsOf(pattern) > 2)
            return NoPattern;
        var group = GroupsOf(pattern) - 1;
        return matches.Select(m => m[group]).Where(m => group == 0 || m.End > m.Start)
            .Select(m => (object)text.Part(m.Start, m.End)).ToList();
    }

    private static object Replace(NaiveText text, NaiveText pattern, NaiveText by, long count)
    {
        var limit = count < 0 ? int.MaxValue : (int)Math.Min(count, int.MaxValue);
        if (Search(text, pattern, limit) is not { } matches)
            return NoPattern;
        if (Parts(by.Points) is not { } parts || parts.Any(part => part.Group >= GroupsOf(pattern)))
            return new Fault("no replacement");
        var (made, at) = (new List<int>(), 0);
        foreach (var match in matches)
        {
            made.AddRange(text.Points[at..match[0].Start]);
            foreach (var (literal, group) in parts)
                made.AddRange(literal ?? text.Points[Math.Max(match[group].Start, 0)..Math.Max(match[group].End, 0)]);
            at = match[0].End;
        }

        return new NaiveText([.. made, .. text.Points[at..]]);
    }

    /// <summary>The parts of a replacement: literals and, behind a backslash, groups; null for a wrong one.</summary>
    private static List<(int[]? Literal, int Group)>? Parts(int[] points)
    {
        var parts = new List<(int[]?, int)>();
        for (var i = 0; i < points.Length; i++)
        {
            if (points[i] != '\\')
                parts.Add(([points[i]], 0));
            else if (++i < points.Length && points[i] == '\\')
                parts.Add((['\\'], 0));
            else if (i < points.Length && points[i] is >= '0' and <= '9')
                parts.Add((null, points[i] - '0'));
            else
                return null;
        }

        return parts;
    }

    private static int GroupsOf(NaiveText pattern)
    {
        var parser = new PatternParser(pattern.Points);
        parser.Parse();
        return parser.Groups;
    }

    /// <summary>
    /// The first matches from left to right, each as its groups; null for a pattern that is none. Nothing matches
    /// empty right behind another match.
    /// </summary>
    private static List<(int Start, int End)[]>? Search(NaiveText text, NaiveText pattern, int count)
    {
        var parser = new PatternParser(pattern.Points);
        if (parser.Parse() is not { } matcher)
            return null;
        var (matches, behind) = (new List<(int Start, int End)[]>(), -1);
        for (var at = 0; at <= text.Points.Length && matches.Count < count;)
        {
            var groups = Enumerable.Repeat((-1, -1), parser.Groups).ToArray();
            var end = -1;
            if (!matcher(text.Points, at, groups, e => (end = e) >= 0))
            {
                at++;
                continue;
            }

            groups[0] = (at, end);
            if (end > at || at != behind)
                matches.Add(groups);
            behind = end;
            at = end > at ? end : at + 1;
        }

        return matches;
    }
}
