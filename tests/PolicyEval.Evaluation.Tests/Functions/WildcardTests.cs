using CsCheck;
using PolicyEval.Evaluation.Functions;

namespace PolicyEval.Evaluation.Tests.Functions;

public sealed class WildcardTests
{
    private static readonly Gen<string> Patterns = Gen.Char["ab*?"].Array[0, 6].Select(c => new string(c));
    private static readonly Gen<string> Texts = Gen.Char["ab"].Array[0, 7].Select(c => new string(c));

    private static readonly string[] AllShort =
        [.. Enumerable.Range(0, 8).SelectMany(n => Enumerable.Range(0, 1 << n).Select(bits =>
            string.Concat(Enumerable.Range(0, n).Select(i => (bits >> i & 1) == 0 ? 'a' : 'b'))))];

    [Fact]
    public void It_matches_as_a_naive_matcher_does() =>
        Gen.Select(Patterns, Texts).Sample((pattern, text) =>
            Wildcard.Matches(pattern, text) == Naive(pattern, text), iter: 20_000);

    [Fact]
    public void What_covers_another_pattern_matches_all_that_it_matches() =>
        Gen.Select(Patterns, Patterns).Sample((pattern, other) =>
            !Wildcard.Covers(pattern, other)
            || AllShort.All(text => !Naive(other, text) || Naive(pattern, text)), iter: 2_000);

    [Fact]
    public void Patterns_overlap_where_a_text_is_of_both() =>
        Gen.Select(Patterns, Patterns).Where(p => p.Item1.Length + p.Item2.Length <= 8).Sample((left, right) =>
            Wildcard.Overlap(left, right) == AllShort.Concat([.. LongOnes(left, right)])
                .Any(text => Naive(left, text) && Naive(right, text)), iter: 1_000);

    [Theory]
    [InlineData("iam:*", "iam:Get*", true)]
    [InlineData("iam:?et*", "iam:Get*", true)]
    [InlineData("iam:Get*", "iam:*", false)]
    [InlineData("a?c", "a*c", false)]
    [InlineData("a*c", "a?c", true)]
    [InlineData("*", "*", true)]
    public void A_pattern_covers_another(string pattern, string other, bool covers) =>
        Assert.Equal(covers, Wildcard.Covers(pattern, other));

    [Theory]
    [InlineData("iam:?*", "iam:*", true)]
    [InlineData("iam:*?", "iam:*", true)]
    [InlineData("iam:Get??*", "iam:Get*", true)]
    [InlineData("iam:*?*Role*", "iam:*Role*", true)]
    [InlineData("iam:?", "iam:*", false)]
    [InlineData("iam:a?*", "iam:*", false)]
    [InlineData("iam:a?*", "iam:a", false)]
    [InlineData("iam:a?", "iam:a?", true)]
    public void A_pattern_may_cover_another_but_for_names_that_are_too_short(
        string pattern, string other, bool covers) => Assert.Equal(covers, Wildcard.MayCover(pattern, other));

    [Fact(Timeout = 20_000)]
    public Task A_hostile_pattern_takes_no_more_than_pattern_times_text() => Task.Run(() =>
    {
        var pattern = string.Concat(Enumerable.Repeat("*a?", 3_000)) + "b";
        Assert.False(Wildcard.Matches(pattern, new string('a', 10_000)));
    });

    private static IEnumerable<string> LongOnes(string left, string right) => [left.Replace('*', 'a') + right];

    private static bool Naive(string pattern, string text)
    {
        if (pattern.Length == 0)
            return text.Length == 0;
        if (pattern[0] == '*')
            return Naive(pattern[1..], text) || (text.Length > 0 && Naive(pattern, text[1..]));
        return text.Length > 0 && (pattern[0] == '?' || pattern[0] == text[0]) && Naive(pattern[1..], text[1..]);
    }
}
