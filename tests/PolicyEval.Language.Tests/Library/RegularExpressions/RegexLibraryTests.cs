using System.Text.RegularExpressions;
using CsCheck;
using PolicyEval.Language.Library.RegularExpressions;
using PolicyEval.Language.Tests.Emit;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Library.RegularExpressions;

public sealed class RegexLibraryTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf("a", "b", "é", "😀").Array[0, 10].Select(string.Concat);

    [Theory]
    [InlineData("regex.extract('hello world', 'hello(.*)') == optional.of(' world')")]
    [InlineData(@"regex.extract('item-A, item-B', 'item-(\\w+)') == optional.of('A')")]
    [InlineData("regex.extract('HELLO', 'hello') == optional.none() && regex.extract('b', '(a)?b') == optional.none()")]
    [InlineData("regex.extract('😀a😀b', '😀b').value() == '😀b' && regex.extract('éa', '(?P<n>a)').value() == 'a'")]
    [InlineData("regex.extract('aaa', 'a+?').value() == 'a' && regex.extract('aaa', '(?U)a+').value() == 'a'")]
    [InlineData("regex.extract('aab', '(?U)a+?').value() == 'aa' && regex.extract('abab', 'ab|abab').value() == 'ab'")]
    [InlineData(@"regex.extractAll('id:123, id:456', 'id:\\d+') == ['id:123', 'id:456']")]
    [InlineData(@"regex.extractAll('id:123, id:456', 'id:(\\d+)') == ['123', '456']")]
    [InlineData("regex.extractAll('a', 'b') == []")]
    [InlineData("regex.extractAll('baaac', 'a*') == ['', 'aaa', ''] && regex.extractAll('a1b', '(1)|b') == ['1']")]
    [InlineData("regex.replace('hello world hello', 'hello', 'hi') == 'hi world hi'")]
    [InlineData("regex.replace('banana', 'a', 'x', 0) == 'banana' && regex.replace('banana', 'a', 'x', 1) == 'bxnana'")]
    [InlineData("regex.replace('banana', 'a', 'x', -1) == 'bxnxnx' && regex.replace('ab', '', '-') == '-a-b-'")]
    [InlineData(@"regex.replace('foo bar', '(fo)o (ba)r', r'\2 \1 \0 \\') == r'ba fo foo bar \'")]
    [InlineData(@"regex.replace('b', '(a)?b', r'[\1]') == '[]' && regex.replace('$1', 'x', '') == '$1'")]
    [InlineData("regex.replace('é😀é', 'é', '😃') == '😃😀😃'")]
    public void Parts_are_found_and_replaced(string expression) => Answers.Hold(expression);

    [Theory]
    [InlineData("regex.extract(s, '(.*)@([^.]*)')", "invalid regular expression: a pattern that extracts has at most")]
    [InlineData("regex.extractAll(s, '(a)(b)')", "invalid regular expression: a pattern that extracts has at most")]
    [InlineData("regex.extract('a', s)", "invalid regular expression: trailing backslash")]
    [InlineData("regex.replace('a', s, 'b')", "invalid regular expression: trailing backslash")]
    [InlineData("regex.replace('a', 'a', s)", "invalid replacement: a backslash stands before a digit")]
    [InlineData("regex.replace('a', '(a)', s.substring(1) + '2')", "invalid replacement: the pattern has 1 groups")]
    public void Wrong_patterns_and_replacements_are_errors(string expression, string message)
    {
        var result = Evaluation.EvaluateUnchecked(expression, ("s", CelValue.Of(@"(\")));
        Assert.StartsWith(message, Answers.ErrorOf(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"\", 0)]
    [InlineData(@"a\x", 1)]
    [InlineData(@"\1\\\", 4)]
    public void A_wrong_replacement_is_found_where_it_is(string text, int offset) =>
        Assert.Equal(offset, Replacement.Parse(text).Fault?.Offset);

    [Fact]
    public void Replacing_agrees_with_the_backtracking_engine() => Gen.Select(
        AnyText, Gen.OneOf("a", "b", "é", "(a|b)", "ab?", "(?:a|é)+", "[^a]", "(a)(b)?")).Sample(
        (text, pattern) =>
        {
            Assert.True(Re2.TryCompile(pattern, out var regex, out _, out _));
            var byUnits = pattern.Replace("[^a]", "(?:[b-é]|\\uD83D\\uDE00)", StringComparison.Ordinal);
            var matches = Regex.Matches(text, byUnits);
            Assert.Equal(
                matches.Select(m => (m.Index, m.Length)),
                regex!.Matches(text).Select(spans => spans[0]!.Value));
            Assert.Equal(
                matches.Select(m => m.Groups.Count > 1 && m.Groups[1].Success ? m.Groups[1].Index : -1),
                regex.Matches(text).Select(spans => spans.Length > 1 && spans[1] is { } group ? group.Start : -1));
        },
        iter: 500);
}
