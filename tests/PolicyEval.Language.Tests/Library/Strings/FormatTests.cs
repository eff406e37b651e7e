using System.Globalization;
using CsCheck;
using PolicyEval.Language.Library.Strings;
using PolicyEval.Language.Tests.Emit;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Library.Strings;

public sealed class FormatTests
{
    [Theory]
    [InlineData("'%%|%s|%%s'.format(['a'])", "%|a|%s")]
    [InlineData("'%s %s %s %s'.format([true, null, 1u, -9223372036854775808])", "true null 1 -9223372036854775808")]
    [InlineData("'%s %s %s %s'.format([1.0, -0.0, 1e22, 1e-7])", "1 -0 10000000000000000000000 0.0000001")]
    [InlineData("'%s %s %d'.format([double('NaN'), double('-Infinity'), double('NaN')])", "NaN -Infinity NaN")]
    [InlineData(@"'%s|%s'.format([b'a\xff\xfeb\xc3', b'\xf0\x9f\x98\x80'])", "a\uFFFDb\uFFFD|😀")]
    [InlineData("'%s'.format([[duration('1.5s'), timestamp('2026-01-02T03:04:05Z')]])", "[1.5s, 2026-01-02T03:04:05Z]")]
    [InlineData("'%s %s %s'.format([type(1), type([1]), type('a')])", "int list string")]
    [InlineData("'%s %s'.format([[], {}])", "[] {}")]
    [InlineData("'%s'.format([{'b': [1, 'x'], 'a': {2: 3, 10: 4}}])", "{a: {10: 4, 2: 3}, b: [1, x]}")]
    [InlineData("'%s'.format([{'\uFFFD': 1, '😀': 2}])", "{\uFFFD: 1, 😀: 2}")]
    [InlineData("'%d %d %d'.format([-1, 18446744073709551615u, 3.14])", "-1 18446744073709551615 3.14")]
    [InlineData("'%f %f %f'.format([1, 1u, 3.14])", "1.000000 1.000000 3.140000")]
    [InlineData("'%.0f %.0f %.0f %.0f'.format([0.5, 1.5, 2.5, -0.5])", "0 2 2 -0")]
    [InlineData("'%.2f %.2f %.3f'.format([0.125, 0.375, 123.4999])", "0.12 0.38 123.500")]
    [InlineData("'%.1f'.format([9223372036854775807])", "9223372036854775807.0")]
    [InlineData("'%f %e'.format([double('Infinity'), double('NaN')])", "Infinity NaN")]
    [InlineData("'%e %e %e'.format([0, -0.0, 3.14])", "0.000000e+00 -0.000000e+00 3.140000e+00")]
    [InlineData("'%.1e %.0e %.0e'.format([9.96, 9.5, 8.5])", "1.0e+01 1e+01 8e+00")]
    [InlineData("'%.3e'.format([1e-300])", "1.000e-300")]
    [InlineData("'%.2e'.format([5e-324])", "4.94e-324")]
    [InlineData("'%b %b %b %b'.format([5, -5, true, false])", "101 -101 1 0")]
    [InlineData("'%o %o'.format([8, -9223372036854775808])", "10 -1000000000000000000000")]
    [InlineData("'%x %X %x %x'.format([-255, 255u, 'é', b'\\x0f'])", "-ff FF c3a9 0f")]
    [InlineData("'%s'.format(['a', 'b'])", "a")]
    public void Clauses_write_what_the_specification_says(string expression, string expected)
    {
        Assert.Equal(expected, Evaluation.Evaluate(expression).AsString);
        Assert.Equal(expected, Evaluation.EvaluateUnchecked(expression).AsString);
    }

    [Theory]
    [InlineData("'%s %s'.format([1])", "format has more clauses than its list has elements: 1")]
    [InlineData("'%d'.format(['1'])", "%d cannot format string")]
    [InlineData("'%f'.format(['1'])", "%f cannot format string")]
    [InlineData("'%e'.format([null])", "%e cannot format null_type")]
    [InlineData("'%x'.format([1.0])", "%x cannot format double")]
    [InlineData("'%b'.format([1.0])", "%b cannot format double")]
    [InlineData("'%o'.format([true])", "%o cannot format bool")]
    public void Wrong_arguments_are_errors(string expression, string message) => Answers.Fail(expression, message);

    [Theory]
    [InlineData("a%", 1)]
    [InlineData("ab%E", 2)]
    [InlineData("%.f", 0)]
    [InlineData("%.1001f", 0)]
    [InlineData("%.99999999999f", 0)]
    [InlineData("%%%.2s", 2)]
    [InlineData("%.", 0)]
    public void Wrong_formats_are_found_where_they_are(string format, int offset)
    {
        var fault = FormatParser.Parse(format).Fault;
        Assert.Equal(offset, fault?.Offset);
        var result = Evaluation.Evaluate("s.format([1, 2])", ("s", CelValue.Of(format)));
        Assert.StartsWith("invalid format: ", Answers.ErrorOf(result), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_and_what_is_nested_too_deeply_are_errors()
    {
        var record = Evaluation.Evaluate("'%s'.format([d])", ("d", CelValue.Of(new Values.BlankRecord())));
        Assert.StartsWith("%s cannot format ", Answers.ErrorOf(record), StringComparison.Ordinal);
        var deep = CelValue.Of(CelList.Empty);
        for (var i = 0; i < 1_000_000; i++)
            deep = CelValue.Of(CelList.From([deep]));
        var nested = Evaluation.Evaluate("'%s'.format([d])", ("d", deep));
        Assert.Equal("a value is nested too deeply to be formatted", Answers.ErrorOf(nested));
    }

    [Fact]
    public void Fixed_and_scientific_digits_read_back_as_the_number() => Gen.Double.Sample(
        number =>
        {
            var value = CelValue.Of(number);
            if (!double.IsFinite(number))
                return;
            var scientific = ExactNumber.Of(value).Scientific(17);
            Assert.Equal(number, double.Parse(scientific, CultureInfo.InvariantCulture));
            var fixedDigits = ExactNumber.Of(value).Fixed(1000);
            Assert.Equal(number, double.Parse(fixedDigits, CultureInfo.InvariantCulture));
        },
        iter: 500);
}
