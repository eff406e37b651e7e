namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>
/// A regular expression that tries one way after the other, over code points: literals, <c>.</c>, classes, groups,
/// <c>| * + ?</c> (also lazy), <c>^</c> and <c>$</c>. What RE2 refuses of these it refuses too.
/// </summary>
internal sealed class PatternParser(int[] pattern)
{
    private int _at;

    /// <summary>The number of groups, the whole match counted as one.</summary>
    public int Groups { get; private set; } = 1;

    /// <summary>The pattern, or null where the text is none.</summary>
    public Pattern? Parse() => Alternatives() is { } all && _at == pattern.Length ? all : null;

    private bool Take(char letter)
    {
        var isHere = _at < pattern.Length && pattern[_at] == letter;
        _at += isHere ? 1 : 0;
        return isHere;
    }

    private Pattern? Alternatives()
    {
        var left = Sequence();
        if (left is null || !Take('|'))
            return left;
        return Alternatives() is { } right
            ? (text, at, groups, next) => left(text, at, groups, next) || right(text, at, groups, next)
            : null;
    }

    private Pattern? Sequence()
    {
        if (_at == pattern.Length || pattern[_at] is '|' or ')')
            return (_, at, _, next) => next(at);
        if (Repeated() is not { } first || Sequence() is not { } rest)
            return null;
        return (text, at, groups, next) => first(text, at, groups, end => rest(text, end, groups, next));
    }

    private Pattern? Repeated()
    {
        if (Atom() is not { } atom)
            return null;
        var count = Take('*') ? '*' : Take('+') ? '+' : Take('?') ? '?' : ' ';
        if (count == ' ')
            return atom;
        var isLazy = Take('?');
        if (_at < pattern.Length && pattern[_at] is ('*' or '+' or '?'))
            return null;
        return count switch
        {
            '?' => Once(atom, isLazy),
            '*' => Many(atom, isLazy),
            _ => (text, at, groups, next) => atom(text, at, groups, end => Many(atom, isLazy)(text, end, groups, next)),
        };
    }

    private static Pattern Once(Pattern atom, bool isLazy) => (text, at, groups, next) => isLazy
        ? next(at) || atom(text, at, groups, next)
        : atom(text, at, groups, next) || next(at);

    private static Pattern Many(Pattern atom, bool isLazy) => (text, at, groups, next) =>
    {
        bool More() => atom(text, at, groups, end => end > at && Many(atom, isLazy)(text, end, groups, next));
        return isLazy ? next(at) || More() : More() || next(at);
    };

    private Pattern? Atom()
    {
        if (Take('('))
            return Group();
        if (Take('['))
            return Class();
        if (Take('.'))
            return One(point => point != '\n');
        if (Take('^'))
            return (_, at, _, next) => at == 0 && next(at);
        if (Take('$'))
            return (text, at, _, next) => at == text.Length && next(at);
        var isEscaped = Take('\\');
        if (_at == pattern.Length || (!isEscaped && pattern[_at] is ('*' or '+' or '?')))
            return null;
        var literal = pattern[_at++];
        return One(point => point == literal);
    }

    private Pattern? Group()
    {
        var isSilent = Take('?');
        if (isSilent && !Take(':'))
            return null;
        var number = isSilent ? 0 : Groups++;
        if (Alternatives() is not { } inner || !Take(')'))
            return null;
        return isSilent ? inner : (text, at, groups, next) => inner(text, at, groups, end =>
        {
            var before = groups[number];
            groups[number] = (at, end);
            if (next(end))
                return true;
            groups[number] = before;
            return false;
        });
    }

    private Pattern? Class()
    {
        var isNot = Take('^');
        var ranges = new List<(int From, int To)>();
        while (!Take(']'))
        {
            if (_at == pattern.Length)
                return null;
            var from = pattern[_at++];
            var isRange = _at + 1 < pattern.Length && pattern[_at] == '-' && pattern[_at + 1] != ']';
            var to = isRange ? pattern[_at + 1] : from;
            _at += isRange ? 2 : 0;
            if (to < from)
                return null;
            ranges.Add((from, to));
        }

        return ranges.Count == 0 ? null : One(p => ranges.Any(range => p >= range.From && p <= range.To) != isNot);
    }

    private static Pattern One(Predicate<int> has) => (text, at, _, next) =>
        at < text.Length && has(text[at]) && next(at + 1);
}
