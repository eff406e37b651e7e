using PolicyEval.Language.Binding;
using PolicyEval.Language.Lowering;
using PolicyEval.Language.Tests.Binding;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Tests.Lowering;

public class LowererTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7~int")]
    [InlineData("i + params.limit * 2", "_+_(i~int, 180~int)~int^add_int64")]
    [InlineData("[1 + 1, 2]", "[2, 2]~list(int)")]
    [InlineData("b && true", "_&&_(b~bool)~bool")]
    [InlineData("b && 1 > 2", "_&&_(b~bool, false~bool)~bool")]
    [InlineData("b || !false || i == 1", "_||_(b~bool, true~bool)~bool")]
    [InlineData("!false || b", "true~bool")]
    [InlineData("true && 1 > 2 && b", "false~bool")]
    [InlineData("params.limit > 1 ? i : 1", "i~int")]
    [InlineData("i < params.limit", "Less(i~int, 90~int)~bool")]
    [InlineData("asOf >= row.last_used", "GreaterOrEqual(asOf~timestamp, row~test.row.last_used#3~wrapper(timestamp))~bool")]
    [InlineData("i != 1", "NotEqual(i~int, 1~int)~bool")]
    [InlineData("i == 1", "Equal(i~int, 1~int)~bool")]
    [InlineData("i <= 1", "LessOrEqual(i~int, 1~int)~bool")]
    [InlineData("i > 1", "Greater(i~int, 1~int)~bool")]
    public void Constants_are_folded_and_operators_are_specialised(string text, string expected)
    {
        var bound = CelCompiler.Compile(EmbeddedText.Whole(text), TestEnvironment.Instance).Bound;

        Assert.Equal(expected, BoundPrinter.Print(Lowerer.Lower(bound.Root)));
    }

    [Theory]
    [InlineData("asOf >= row.last_used", CelTypeKind.Timestamp)]
    [InlineData("row.last_used < row.last_used", CelTypeKind.Timestamp)]
    [InlineData("i < 1", CelTypeKind.Int)]
    [InlineData("i < d", CelTypeKind.Dyn)]
    [InlineData("d < i", CelTypeKind.Dyn)]
    [InlineData("i < dyn(1.5)", CelTypeKind.Dyn)]
    public void A_comparison_knows_what_both_sides_are(string text, CelTypeKind kind)
    {
        var bound = CelCompiler.Compile(EmbeddedText.Whole(text), TestEnvironment.Instance).Bound;

        Assert.Equal(kind, Assert.IsType<BoundComparison>(Lowerer.Lower(bound.Root)).Operands);
    }

    /// <summary>A string takes two bytes a unit: 32,768 of them are 64 KiB.</summary>
    [Theory]
    [InlineData(32_768, true)]
    [InlineData(32_769, false)]
    public void A_large_value_is_made_when_it_is_asked_for(int length, bool isFolded)
    {
        var text = $"'{new string('a', length - 1)}' + 'b'";
        var bound = CelCompiler.Compile(EmbeddedText.Whole(text), TestEnvironment.Instance).Bound;

        Assert.Equal(isFolded, Lowerer.Lower(bound.Root) is BoundConstant);
    }

    [Fact]
    public void A_folded_error_stays_one_of_run_time_with_its_place()
    {
        var compilation = CelCompiler.Compile(EmbeddedText.Whole("b || 1 / 0 > 1"), TestEnvironment.Instance);

        Assert.Empty(compilation.Diagnostics);
        var logical = Assert.IsType<BoundLogical>(Lowerer.Lower(compilation.Bound.Root));
        var comparison = Assert.IsType<BoundComparison>(logical.Terms[1]);
        var constant = Assert.IsType<BoundConstant>(comparison.Left);
        Assert.Equal(new TextSpan(5, 5), constant.Value.AsError.Span);
    }

    [Fact]
    public void Where_nothing_changes_the_same_nodes_come_back()
    {
        var root = CelCompiler.Compile(EmbeddedText.Whole("row.active && !b"), TestEnvironment.Instance).Bound.Root;

        Assert.Same(root, Lowerer.Lower(root));
    }
}
