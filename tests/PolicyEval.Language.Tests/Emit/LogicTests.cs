using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Emit;

public class LogicTests
{
    /// <summary>t true, f false, e error, u unknown: the result for every pair, whichever side is which.</summary>
    public static TheoryData<char, char, char, char> Pairs { get; } = new()
    {
        { 't', 't', 't', 't' }, { 't', 'f', 'f', 't' }, { 't', 'e', 'e', 't' }, { 't', 'u', 'u', 't' },
        { 'f', 'f', 'f', 'f' }, { 'f', 'e', 'f', 'e' }, { 'f', 'u', 'f', 'u' },
        { 'e', 'e', 'e', 'e' }, { 'e', 'u', 'u', 'u' },
        { 'u', 'u', 'u', 'u' },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void And_and_or_absorb_errors_and_unknowns_on_either_side(char left, char right, char and, char or)
    {
        foreach (var (l, r) in new[] { (left, right), (right, left) })
        {
            var row = ("row", CelValue.Of(new TestRow(default, Value(l, 1), Value(r, 2))));
            Assert.Equal(and, Letter(Evaluation.Evaluate("row.active && row.enabled", row)));
            Assert.Equal(or, Letter(Evaluation.Evaluate("row.active || row.enabled", row)));
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void All_and_exists_absorb_as_and_and_or_do(char left, char right, char and, char or)
    {
        foreach (var (l, r) in new[] { (left, right), (right, left) })
        {
            var rows = ("rows", CelValue.Of(CelList.From([Row(l), Row(r)])));
            Assert.Equal(and, Letter(Evaluation.Evaluate("rows.all(r, r.active)", rows)));
            Assert.Equal(or, Letter(Evaluation.Evaluate("rows.exists(r, r.active)", rows)));
        }
    }

    [Theory]
    [InlineData("row.active ? 1 : 2", 't', "1")]
    [InlineData("row.active ? 1 : 2", 'f', "2")]
    [InlineData("row.active ? 1 : 2", 'e', "Error")]
    [InlineData("row.active ? 1 : 2", 'u', "Unknown")]
    [InlineData("!row.active ? 1 : 2", 'u', "Unknown")]
    [InlineData("true ? 1 : (row.active ? 2 : 3)", 'e', "1")]
    public void A_conditional_is_strict_in_its_condition_only(string text, char active, string expected)
    {
        var value = Evaluation.Evaluate(text, ("row", Row(active)));

        Assert.Equal(expected, value.IsValue ? value.ToString() : value.Kind.ToString());
    }

    [Theory]
    [InlineData("'x' && false", "False")]
    [InlineData("false && 'x'", "False")]
    [InlineData("true || 32", "True")]
    [InlineData("'a' && 'b'", "Error")]
    [InlineData("'a' && true", "Error")]
    [InlineData("!1", "Error")]
    [InlineData("1 ? 2 : 3", "Error")]
    [InlineData("no_such_name || true", "True")]
    [InlineData("no_such_function(1) && false", "False")]
    public void Without_the_checker_what_is_no_bool_is_an_error_and_absorbed(string text, string expected)
    {
        var value = Evaluation.EvaluateUnchecked(text);

        Assert.Equal(expected, value.IsTrue ? "True" : value.IsFalse ? "False" : value.Kind.ToString());
    }

    [Fact]
    public void Two_unknowns_are_united()
    {
        var row = new TestRow(default, TestRow.Unknown(1), TestRow.Unknown(2), default, default, TestRow.Unknown(5));

        var value = Evaluation.Evaluate("row.active && row.enabled && row.count + 1 > 2", ("row", CelValue.Of(row)));

        Assert.Equal([1, 2, 5], value.AsUnknown.Cells.Select(c => c.Slot));
    }

    [Theory]
    [InlineData("row.count + 1 / i", CelKind.Unknown)]
    [InlineData("1 / i + row.count", CelKind.Unknown)]
    [InlineData("[1 / i, row.count]", CelKind.Unknown)]
    [InlineData("{'a': row.count}", CelKind.Unknown)]
    [InlineData("row.count == 1", CelKind.Unknown)]
    [InlineData("row.count < 1", CelKind.Unknown)]
    [InlineData("has(row.count)", CelKind.Unknown)]
    [InlineData("known(row.active)", CelKind.Bool)]
    [InlineData("token(row.active)", CelKind.String)]
    [InlineData("[1, 2].map(e, e + row.count)", CelKind.Unknown)]
    [InlineData("[1, 2].filter(e, e > row.count)", CelKind.Unknown)]
    [InlineData("[1, 2].exists_one(e, e > row.count || e / i == 1)", CelKind.Unknown)]
    [InlineData("1 / i", CelKind.Error)]
    public void Everything_else_is_strict_and_an_unknown_goes_before_an_error(string text, CelKind expected)
    {
        var row = new TestRow(default, TestRow.Unknown(1), default, default, default, TestRow.Unknown(5));

        Assert.Equal(expected, Evaluation.Evaluate(text, ("row", CelValue.Of(row)), ("i", CelValue.Of(0))).Kind);
    }

    private static CelValue Row(char active) => CelValue.Of(new TestRow(default, Value(active, 1)));

    private static CelValue Value(char letter, int slot) => letter switch
    {
        't' => CelValue.True,
        'f' => CelValue.False,
        'e' => CelValue.Error("unreadable"),
        _ => TestRow.Unknown(slot),
    };

    private static char Letter(CelValue value) =>
        value.IsTrue ? 't' : value.IsFalse ? 'f' : value.Kind == CelKind.Error ? 'e' : 'u';
}
