using CsCheck;
using PolicyEval.Language.Library.RegularExpressions;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Library.RegularExpressions;

public sealed class Re2Tests
{
    [Theory]
    [InlineData("ab", "xaby", true)]
    [InlineData("^ab$", "ab\n", false)]
    [InlineData("(?m)^b$", "a\nb\nc", true)]
    [InlineData("^b$", "a\nb\nc", false)]
    [InlineData(@"\Aab\z", "ab", true)]
    [InlineData("a.c", "a\nc", false)]
    [InlineData("(?s)a.c", "a\nc", true)]
    [InlineData("a[^b]c", "a\nc", true)]
    [InlineData("a[]b]c", "a]c", true)]
    [InlineData("[a-]", "-", true)]
    [InlineData("[[:digit:]]+", "x7", true)]
    [InlineData("^[[:^digit:]]+$", "7", false)]
    [InlineData("^[[:space:]]$", "\v", true)]
    [InlineData(@"^\s$", "\v", false)]
    [InlineData(@"\Qa.b\E", "a.b", true)]
    [InlineData(@"\Qa.b\E", "axb", false)]
    [InlineData(@"^\Qab\E+$", "abbb", true)]
    [InlineData("(?P<n>a)(?<m>b)", "ab", true)]
    [InlineData("a{2}", "aa", true)]
    [InlineData("a{,2}", "a{,2}", true)]
    [InlineData("a{x}", "a{x}", true)]
    [InlineData("a{01}", "a{01}", true)]
    [InlineData("^a{2,}$", "a", false)]
    [InlineData("^(?U)a+?$", "aaa", true)]
    [InlineData("(?:(?:(?:^)?|(?:[b-é])+?))+?", "", true)]
    [InlineData("(?:x+|){2}", "", true)]
    [InlineData("a|", "", true)]
    [InlineData("(|a)b", "b", true)]
    [InlineData(@"\x41\x{42}\103\n", "ABC\n", true)]
    [InlineData(@"^\-\.\/$", "-./", true)]
    [InlineData("(?i)a(?-i)b", "AB", false)]
    [InlineData("(?i)a(?-i)b", "Ab", true)]
    [InlineData("(?i:a)b", "AB", false)]
    public void Syntax_means_what_RE2_says(string pattern, string text, bool matches) =>
        Assert.Equal(matches, Compile(pattern).IsMatch(text));

    [Theory]
    [InlineData("^.$", "😀", true)]
    [InlineData("^..$", "😀", false)]
    [InlineData("^[😀-😎]$", "😃", true)]
    [InlineData("^[^a]$", "😀", true)]
    [InlineData("^[^😀]$", "😁", true)]
    [InlineData(@"^\w$", "é", false)]
    [InlineData(@"^\W$", "é", true)]
    [InlineData(@"^\d$", "٣", false)]
    [InlineData(@"^\pN$", "٣", true)]
    [InlineData(@"^\p{Nd}\P{L}$", "٣٣", true)]
    [InlineData(@"^\p{^L}$", "é", false)]
    [InlineData(@"^\p{Lu}$", "𝐀", true)]
    [InlineData(@"^[\pL\d]+$", "é7", true)]
    [InlineData(@"é\b", "éa", true)]
    [InlineData(@"a\b", "aé", true)]
    [InlineData(@"a\Bé", "aé", false)]
    [InlineData(@"\B", "aéb", false)]
    [InlineData(@"\B", "éé", true)]
    [InlineData(@"^\p{Any}$", "\uE000", true)]
    [InlineData("\uE001", "é", false)]
    [InlineData("é|\uE001", "\uE001", true)]
    public void Characters_are_code_points_and_words_are_ASCII(string pattern, string text, bool matches) =>
        Assert.Equal(matches, Compile(pattern).IsMatch(text));

    [Theory]
    [InlineData("(?i)k", "\u212A", true)]
    [InlineData("(?i)\u212A", "k", true)]
    [InlineData("(?i)S", "\u017F", true)]
    [InlineData("(?i)^[^k]$", "\u212A", false)]
    [InlineData("(?i)É", "é", true)]
    [InlineData("(?i)σ", "ς", true)]
    [InlineData("(?i)[а-я]", "Ж", true)]
    [InlineData(@"(?i)^\W$", "s", false)]
    [InlineData("(?i)i", "\u0130", false)]
    [InlineData("(?i)i", "\u0131", false)]
    [InlineData("(?i)𐐀", "𐐨", true)]
    public void Case_is_folded_one_code_point_to_one(string pattern, string text, bool matches) =>
        Assert.Equal(matches, Compile(pattern).IsMatch(text));

    [Theory]
    [InlineData("a(b", 1)]
    [InlineData("ab)", 2)]
    [InlineData("a[b", 1)]
    [InlineData("[b-a]", 1)]
    [InlineData("*a", 0)]
    [InlineData("a|+", 2)]
    [InlineData("a**", 2)]
    [InlineData("a{2}{3}", 4)]
    [InlineData("a{1001}", 1)]
    [InlineData("a{3,2}", 1)]
    [InlineData("(a{100}){11}", 8)]
    [InlineData(@"a\", 1)]
    [InlineData(@"(a)\1", 3)]
    [InlineData(@"\8", 0)]
    [InlineData("(?=a)", 0)]
    [InlineData("(?!a)", 0)]
    [InlineData("(?<=a)", 0)]
    [InlineData("(?<!a)", 0)]
    [InlineData("(?P=n)", 0)]
    [InlineData("(?>a)", 0)]
    [InlineData("(?P<n>a)(?P<n>b)", 8)]
    [InlineData("(?P<n-1>a)", 0)]
    [InlineData("(?x)a", 0)]
    [InlineData("(?i-)a", 0)]
    [InlineData(@"\p{Greek}", 0)]
    [InlineData(@"\pX", 0)]
    [InlineData("[[:nope:]]", 1)]
    [InlineData(@"\C", 0)]
    [InlineData(@"\Z", 0)]
    [InlineData(@"\G", 0)]
    [InlineData(@"\x4", 0)]
    [InlineData(@"\x{110000}", 0)]
    public void What_RE2_lacks_or_refuses_is_an_error_with_its_offset(string pattern, int offset)
    {
        Assert.False(Re2.TryCompile(pattern, out var regex, out var error, out var at));
        Assert.Null(regex);
        Assert.NotEmpty(error);
        Assert.Equal(offset, at);
    }

    [Fact]
    public void Hostile_patterns_are_refused_or_fast()
    {
        Assert.False(Re2.TryCompile(new string('(', 5000), out _, out _, out _));
        Assert.False(Re2.TryCompile(new string('a', 10_001), out _, out _, out _));
        Assert.False(Re2.TryCompile($"({new string('a', 5000)}){{1000}}", out _, out _, out _));

        // Short enough, and more than the engine takes.
        Assert.False(Re2.TryCompile(string.Concat(Enumerable.Repeat("\\d{9}", 1500)), out _, out var large, out _));
        Assert.Equal("pattern too large", large);
        Assert.False(Compile("^(a|a)*$").IsMatch(new string('a', 20_000) + "b"));
    }

    [Fact]
    public void A_pattern_that_is_none_is_an_error_value()
    {
        Assert.Equal(CelKind.Error, Re2.IsMatch("a", "(").Kind);
        Assert.Equal(CelKind.Error, Re2.IsMatch("a", "(").Kind);
        Assert.True(Re2.IsMatch("a", "a").IsTrue);
    }

    [Fact]
    public void Many_patterns_in_parallel_answer_as_if_alone() =>
        Parallel.For(0, 2000, i => Assert.Equal(i % 3 == 0, Re2.IsMatch($"{i}x", $"^{i - (i % 3)}x$").IsTrue));

    [Fact]
    public void The_translation_agrees_with_a_naive_matcher()
    {
        Gen.Select(NaivePattern.Any, Gen.String[Gen.OneOf('a', 'b', 'é', '\n', '_'), 0, 8]).Sample(
            (pattern, text) => Compile(pattern.ToString()).IsMatch(text) == pattern.Matches(text),
            iter: 3_000);
    }

    private static Re2Regex Compile(string pattern)
    {
        Assert.True(Re2.TryCompile(pattern, out var regex, out var error, out var offset), $"{error} at {offset}");
        return regex!;
    }
}
