using CsCheck;
using PolicyEval.Language.Library.Strings;
using PolicyEval.Language.Tests.Emit;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Library.Strings;

public sealed class StringsLibraryTests
{
    private static readonly Gen<string> AnyText =
        Gen.OneOf("a", "b", "é", "😀", " ").Array[0, 8].Select(string.Concat);

    private static readonly Gen<string> LongText = Gen.OneOf("a", "a", "a", "b").Array[0, 120].Select(string.Concat);

    [Theory]
    [InlineData("'a😀b'.charAt(1) == '😀' && 'a😀b'.charAt(2) == 'b' && 'a😀b'.charAt(3) == ''")]
    [InlineData("''.charAt(0) == ''")]
    [InlineData("'😀a😀a'.indexOf('a') == 1 && '😀a😀a'.indexOf('a', 2) == 3 && 'abc'.indexOf('') == 0")]
    [InlineData("'abc'.indexOf('', 3) == 3 && 'abc'.indexOf('a', 3) == -1 && 'abc'.indexOf('abcd') == -1")]
    [InlineData("'😀a😀a'.lastIndexOf('a') == 3 && '😀a😀a'.lastIndexOf('a', 2) == 1 && 'abc'.lastIndexOf('') == 3")]
    [InlineData("'aaa'.lastIndexOf('aa', 0) == 0 && 'abc'.lastIndexOf('c', 1) == -1 && ''.lastIndexOf('') == 0")]
    [InlineData("'a😀b'.substring(2) == 'b' && 'a😀b'.substring(1, 2) == '😀' && 'ab'.substring(2) == ''")]
    [InlineData("['a', 'b'].join() == 'ab' && ['a', '', 'b'].join(', ') == 'a, , b' && [].join('x') == ''")]
    [InlineData("'a,b,,c'.split(',') == ['a', 'b', '', 'c'] && ''.split(',') == [''] && ''.split('') == []")]
    [InlineData("'a😀b'.split('') == ['a', '😀', 'b'] && 'abc'.split('', 2) == ['a', 'bc']")]
    [InlineData("'a,b,c'.split(',', 2) == ['a', 'b,c'] && 'a,b'.split(',', 1) == ['a,b'] && 'a'.split(',', 0) == []")]
    [InlineData("'a,b'.split(',', -1) == ['a', 'b'] && 'a,b'.split(',', 9) == ['a', 'b']")]
    [InlineData("'aaaa'.replace('aa', 'b') == 'bb' && 'aaa'.replace('a', 'b', 2) == 'bba'")]
    [InlineData("'aa'.replace('a', 'b', 0) == 'aa' && 'aa'.replace('a', 'b', -1) == 'bb'")]
    [InlineData("'a😀'.replace('', '-') == '-a-😀-' && 'ab'.replace('', '-', 2) == '-a-b' && ''.replace('', 'x') == 'x'")]
    [InlineData("'aBcÉ'.lowerAscii() == 'abcÉ' && 'aBcé[@'.upperAscii() == 'ABCé[@'")]
    [InlineData(@"'\u3000\t\u2028a b\u0085\u00a0'.trim() == 'a b' && '\u200b'.trim() == '\u200b' && '  '.trim() == ''")]
    [InlineData("'a😀é😃'.reverse() == '😃é😀a' && ''.reverse() == ''")]
    [InlineData(@"strings.quote('a""\\\n\x01é') == '""a\\""\\\\\\n\x01é""'")]
    public void Functions_count_code_points(string expression) => Answers.Hold(expression);

    [Theory]
    [InlineData("'abc'.charAt(-1)", "index out of range: -1")]
    [InlineData("'😀'.charAt(2)", "index out of range: 2")]
    [InlineData("'abc'.indexOf('', 4)", "index out of range: 4")]
    [InlineData("'abc'.indexOf('a', -1)", "index out of range: -1")]
    [InlineData("'abc'.lastIndexOf('a', 4)", "index out of range: 4")]
    [InlineData("'abc'.lastIndexOf('', -9223372036854775808)", "index out of range: -9223372036854775808")]
    [InlineData("'abc'.substring(9223372036854775807)", "index out of range: 9223372036854775807")]
    [InlineData("'abc'.substring(0, 4)", "index out of range: 4")]
    [InlineData("'abc'.substring(2, 1)", "invalid substring range: from 2 to 1")]
    [InlineData("['a', dyn(1)].join()", "no such overload: join(int)")]
    public void Offsets_out_of_range_are_errors(string expression, string message) => Answers.Fail(expression, message);

    [Fact]
    public void Functions_are_strict()
    {
        var text = ("s", CelValue.Of("a"));
        Assert.Equal("boom", Answers.ErrorOf(Evaluation.Evaluate("s.replace('a', string(boom(1)))", text)));
        var unknown = CelValue.Of(CelUnknown.Of(new Values.BlankRecord(), 0));
        Assert.Equal(CelKind.Unknown, Evaluation.Evaluate("s.replace('a', 'b', 1)", ("s", unknown)).Kind);
        Assert.Equal(CelKind.Unknown, Evaluation.Evaluate("s.format([1])", ("s", unknown)).Kind);
        Assert.Equal(CelKind.Unknown, Evaluation.Evaluate("'%s'.format([s])", ("s", unknown)).Kind);
    }

    [Fact]
    public void What_gets_too_long_is_an_error_and_not_a_crash()
    {
        var big = CelValue.Of(new string('a', 1_000_000));
        var many = CelValue.Of(CelList.From([.. Enumerable.Repeat(big, 20)]));
        Assert.Equal("string too long: more than 16777216 characters",
            Answers.ErrorOf(Evaluation.Evaluate("s.replace('', 'aaaaaaaaaaaaaaaaaaaa')", ("s", big))));
        Assert.Equal("string too long: more than 16777216 characters",
            Answers.ErrorOf(Evaluation.Evaluate("d.join()", ("d", many))));
        Assert.Equal("string too long: more than 16777216 characters",
            Answers.ErrorOf(Evaluation.Evaluate("'%s'.format([d])", ("d", many))));
        Assert.Equal("list too long: more than 1000000 elements",
            Answers.ErrorOf(Evaluation.Evaluate("(s + 'a').split('')", ("s", big))));
    }

    [Fact]
    public void Space_is_counted_without_a_loop_too()
    {
        var text = "s" + string.Concat(Enumerable.Repeat(".replace('a', 'b').replace('b', 'a')", 40));
        var small = Evaluation.Evaluate(text, ("s", CelValue.Of(new string('a', 100_000))));
        var big = Evaluation.Evaluate(text, ("s", CelValue.Of(new string('a', 2_000_000))));
        Assert.Equal(CelKind.String, small.Kind);
        Assert.Equal(
            "too much made in one evaluation: over 67108864 bytes of texts, lists and maps", Answers.ErrorOf(big));
    }

    [Fact]
    public void A_large_constant_result_is_not_kept_in_the_compiled_expression()
    {
        var text = "'" + new string('a', 4000) + "'";
        Answers.Hold($"{text}.replace('a', 'aaaaaaaaaaaaaaaaaaaa').size() == 80000");
    }

    [Fact]
    public void Searching_agrees_with_a_naive_search() => Gen.Select(LongText, LongText).Sample(
        (text, part) =>
        {
            Assert.Equal(text.IndexOf(part, StringComparison.Ordinal), TextSearch.First(text, part, 0));
            for (var from = 0; from <= text.Length; from += 7)
            {
                var longPart = part.PadRight(33, 'a')[..33];
                var first = text.IndexOf(longPart, from, StringComparison.Ordinal);
                Assert.Equal(first, TextSearch.First(text, longPart, from));
                var last = text[..Math.Min(text.Length, from + 33)].LastIndexOf(longPart, StringComparison.Ordinal);
                Assert.Equal(last, TextSearch.Last(text, longPart, from));
            }
        },
        iter: 300);

    [Fact]
    public void Split_and_join_undo_each_other_and_replace_is_both() => Gen.Select(AnyText, AnyText, AnyText).Sample(
        (text, separator, by) =>
        {
            var parts = Evaluation.Evaluate("s.split(d)", ("s", CelValue.Of(text)), ("d", CelValue.Of(separator)));
            var joined = Evaluation.Evaluate("d.join(s)", ("d", parts), ("s", CelValue.Of(separator)));
            Assert.Equal(text, joined.AsString);
            if (separator.Length == 0)
                return;
            var texts = Enumerable.Range(0, parts.AsList.Count).Select(i => parts.AsList[i].AsString);
            Assert.Equal(text.Split(separator), texts);
            var list = CelValue.Of(CelList.From([CelValue.Of(text), CelValue.Of(separator), CelValue.Of(by)]));
            Assert.Equal(
                text.Replace(separator, by, StringComparison.Ordinal),
                Evaluation.Evaluate("d[0].replace(d[1], d[2])", ("d", list)).AsString);
        },
        iter: 300);

    [Fact]
    public void Offsets_agree_with_code_points() => Gen.Select(AnyText, Gen.Int[-1, 9], Gen.Int[-1, 9]).Sample(
        (text, from, to) =>
        {
            var points = text.EnumerateRunes().Select(r => r.ToString()).ToArray();
            var list = CelValue.Of(CelList.From([CelValue.Of(text), CelValue.Of((long)from), CelValue.Of((long)to)]));
            var part = Evaluation.Evaluate("d[0].substring(d[1], d[2])", ("d", list));
            Assert.Equal(0 <= from && from <= to && to <= points.Length, part.IsValue);
            if (part.IsValue)
                Assert.Equal(string.Concat(points[from..to]), part.AsString);
            var reversed = Evaluation.Evaluate("s.reverse()", ("s", CelValue.Of(text)));
            Assert.Equal(string.Concat(points.Reverse()), reversed.AsString);
        },
        iter: 300);
}
