using CsCheck;

namespace PolicyEval.Language.Tests.Library.RegularExpressions;

/// <summary>A small grammar of patterns with a matcher that is obviously right and may be slow.</summary>
public abstract record NaivePattern
{
    public static Gen<NaivePattern> Any { get; } = Of(3);

    /// <summary>Whether a part of the text matches.</summary>
    public bool Matches(string text) => Enumerable.Range(0, text.Length + 1).Any(start => Ends(text, start).Any());

    /// <summary>Where a match that begins at a position may end.</summary>
    protected abstract IEnumerable<int> Ends(string text, int start);

    private static Gen<NaivePattern> Of(int depth)
    {
        var leaf = Gen.OneOf<NaivePattern>(
            Gen.OneOf(
                new Char("a", unit => unit == 'a'),
                new Char("é", unit => unit == 'é'),
                new Char(".", unit => unit != '\n'),
                new Char("[^a]", unit => unit != 'a'),
                new Char("[b-é]", unit => unit is >= 'b' and <= 'é'),
                new Char(@"\w", IsWord),
                new Char(@"\W", unit => !IsWord(unit))).Select(c => (NaivePattern)c),
            Gen.OneOf(
                new Place("^", (_, at) => at == 0),
                new Place("$", (text, at) => at == text.Length),
                new Place(@"\b", IsBoundary),
                new Place(@"\B", (text, at) => !IsBoundary(text, at)),
                new Place("(?m:^)", (text, at) => at == 0 || text[at - 1] == '\n'),
                new Place("(?m:$)", (text, at) => at == text.Length || text[at] == '\n')).Select(p => (NaivePattern)p));
        if (depth == 0)
            return leaf;

        var inner = Of(depth - 1);
        return Gen.OneOf(
            leaf,
            Gen.Select(inner, inner, (a, b) => (NaivePattern)new Both(a, b)),
            Gen.Select(inner, inner, (a, b) => (NaivePattern)new Either(a, b)),
            Gen.Select(inner, Gen.OneOf((0, 9, "*"), (1, 9, "+?"), (0, 1, "?"), (2, 3, "{2,3}")),
                (a, count) => (NaivePattern)new Many(a, count.Item1, count.Item2, count.Item3)));
    }

    private static bool IsWord(char unit) => char.IsAsciiLetterOrDigit(unit) || unit == '_';

    private static bool IsBoundary(string text, int at) =>
        (at > 0 && IsWord(text[at - 1])) != (at < text.Length && IsWord(text[at]));

    private sealed record Char(string Text, Func<char, bool> Has) : NaivePattern
    {
        public override string ToString() => Text;

        protected override IEnumerable<int> Ends(string text, int start) =>
            start < text.Length && Has(text[start]) ? [start + 1] : [];
    }

    private sealed record Place(string Text, Func<string, int, bool> IsAt) : NaivePattern
    {
        public override string ToString() => Text;

        protected override IEnumerable<int> Ends(string text, int start) => IsAt(text, start) ? [start] : [];
    }

    private sealed record Both(NaivePattern First, NaivePattern Second) : NaivePattern
    {
        public override string ToString() => $"(?:{First})(?:{Second})";

        protected override IEnumerable<int> Ends(string text, int start) =>
            First.Ends(text, start).Distinct().SelectMany(middle => Second.Ends(text, middle)).Distinct();
    }

    private sealed record Either(NaivePattern First, NaivePattern Second) : NaivePattern
    {
        public override string ToString() => $"(?:{First}|{Second})";

        protected override IEnumerable<int> Ends(string text, int start) =>
            First.Ends(text, start).Union(Second.Ends(text, start));
    }

    // Texts have at most eight characters, so nine repetitions stand for any number.
    private sealed record Many(NaivePattern Item, int Least, int Most, string Suffix) : NaivePattern
    {
        public override string ToString() => $"(?:{Item}){Suffix}";

        protected override IEnumerable<int> Ends(string text, int start)
        {
            HashSet<int> current = [start];
            HashSet<int> all = Least == 0 ? [start] : [];
            for (var count = 1; count <= Most; count++)
            {
                current = [.. current.SelectMany(at => Item.Ends(text, at))];
                if (count >= Least)
                    all.UnionWith(current);
            }

            return all;
        }
    }
}
