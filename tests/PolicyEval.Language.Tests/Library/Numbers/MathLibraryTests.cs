using CsCheck;
using PolicyEval.Language.Tests.Binding;
using PolicyEval.Language.Tests.Emit;
using PolicyEval.Language.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Library.Numbers;

public sealed class MathLibraryTests
{
    [Theory]
    [InlineData("math.greatest(1, 2.5, 2u) == 2.5 && math.least(1, 2.5, 2u) == 1 && math.greatest([1, 3, 2]) == 3")]
    [InlineData("type(math.greatest(1, 1u)) == int && type(math.least(1u, 1)) == uint && math.greatest(dyn(3u)) == 3u")]
    [InlineData("math.greatest(-9223372036854775808, 18446744073709551615u) == 18446744073709551615u")]
    [InlineData("math.isNaN(math.greatest(0.0 / 0.0)) && math.isNaN(math.least([0.0 / 0.0]))")]
    [InlineData("math.ceil(-1.5) == -1.0 && math.floor(-1.5) == -2.0 && math.trunc(-1.5) == -1.0")]
    [InlineData("math.round(0.5) == 1.0 && math.round(-0.5) == -1.0 && math.round(0.49999999999999994) == 0.0")]
    [InlineData("math.round(1.0 / 0.0) == 1.0 / 0.0 && math.isNaN(math.ceil(0.0 / 0.0))")]
    [InlineData("math.abs(-9223372036854775807) == 9223372036854775807 && math.abs(-0.5) == 0.5 && math.abs(1u) == 1u")]
    [InlineData("math.sign(-5) == -1 && math.sign(5u) == 1u")]
    [InlineData("math.sign(-0.0) == 0.0 && math.isNaN(math.sign(0.0/0.0))")]
    [InlineData("math.sqrt(81) == 9.0 && math.sqrt(4u) == 2.0 && math.isNaN(math.sqrt(-15.0))")]
    [InlineData("math.isInf(-1.0 / 0.0) && !math.isInf(0.0 / 0.0) && !math.isFinite(0.0 / 0.0) && math.isFinite(1.0)")]
    [InlineData("math.bitAnd(-3, -5) == -7 && math.bitOr(1u, 6u) == 7u && math.bitXor(-1, 1) == -2")]
    [InlineData("math.bitNot(0) == -1 && math.bitNot(0u) == 18446744073709551615u")]
    [InlineData("math.bitShiftLeft(1, 63) == -9223372036854775808 && math.bitShiftLeft(1, 64) == 0")]
    [InlineData("math.bitShiftRight(-1, 63) == 1 && math.bitShiftRight(-1, 64) == 0")]
    [InlineData("math.bitShiftRight(8u, 3) == 1u")]
    public void Functions_keep_the_type_of_numbers(string expression) => Answers.Hold(expression);

    [Theory]
    [InlineData("math.abs(-9223372036854775808)", "integer overflow")]
    [InlineData("math.bitShiftLeft(1, dyn(-9223372036854775807))", "negative offset: -9223372036854775807")]
    [InlineData("math.greatest(dyn([]))", "math.greatest of an empty list")]
    [InlineData("math.greatest(1, 0.0 / 0.0)", "math.greatest cannot order NaN")]
    [InlineData("math.least([0.0 / 0.0, 1.0])", "math.least cannot order NaN")]
    [InlineData("math.least(1, dyn('a'))", "no such overload: math.least(int, string)")]
    [InlineData("math.least([1, dyn('a')])", "no such overload: math.least(string)")]
    [InlineData("math.ceil(dyn(1))", "no such overload: math.ceil(int)")]
    public void What_is_no_number_is_an_error(string expression, string message) => Answers.Fail(expression, message);

    [Theory]
    [InlineData("math.greatest()")]
    [InlineData("math.greatest('string')")]
    [InlineData("math.greatest(1, 'string')")]
    [InlineData("math.greatest(1, 2u, s)")]
    [InlineData("math.greatest(['a'])")]
    [InlineData("math.greatest(1, [2])")]
    [InlineData("math.bitAnd(1, 1u)")]
    [InlineData("math.floor(1)")]
    public void The_checker_refuses_what_is_no_number(string expression)
    {
        var compilation = CelCompiler.Compile(EmbeddedText.Whole(expression), TestEnvironment.Instance);
        Assert.Equal(["PE2005"], compilation.Diagnostics.Select(d => d.Descriptor.Id));
    }

    [Theory]
    [InlineData("math.greatest(1, 2, 3)", "int")]
    [InlineData("math.greatest(1.0, 2.0)", "double")]
    [InlineData("math.least([1u])", "uint")]
    [InlineData("math.least(1, 2u)", "dyn")]
    [InlineData("math.least([1, 2u])", "dyn")]
    [InlineData("math.least(1, d)", "dyn")]
    [InlineData("math.least(1, b ? 2.0 : 3.0)", "dyn")]
    [InlineData("math.greatest([1, b ? 2u : 3u])", "dyn")]
    [InlineData("math.greatest(1, [][0], [2.0].map(e, e)[0])", "dyn")]
    public void The_result_has_the_type_of_the_arguments_where_they_share_one(string expression, string type)
    {
        var compilation = CelCompiler.Compile(EmbeddedText.Whole(expression), TestEnvironment.Instance);
        Assert.Equal(type, compilation.ResultType.ToString());
    }

    [Fact]
    public void The_greatest_is_an_argument_and_none_is_greater() =>
        AnyNumber.Array[1, 6].Sample(
            numbers =>
            {
                var list = CelValue.Of(CelList.From(numbers));
                var greatest = Evaluation.Evaluate("math.greatest(d)", ("d", list));
                var least = Evaluation.Evaluate("math.least(d)", ("d", list));
                Assert.Contains(numbers, n => n.Kind == greatest.Kind && CelEquality.Equals(n, greatest).IsTrue);
                Assert.All(numbers, n => Assert.True(CelOrdering.GreaterOrEqual(greatest, n).IsTrue));
                Assert.All(numbers, n => Assert.True(CelOrdering.LessOrEqual(least, n).IsTrue));
            },
            iter: 300);

    private static Gen<CelValue> AnyNumber { get; } = Gen.OneOf(
        Gen.Long[-1000, 1000].Select(CelValue.Of),
        Gen.ULong[0, 1000].Select(CelValue.Of),
        Gen.Double[-1000, 1000].Select(CelValue.Of));
}
