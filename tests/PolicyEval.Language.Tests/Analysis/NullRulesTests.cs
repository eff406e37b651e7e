using PolicyEval.Language.Analysis;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Tests.Analysis;

public class NullRulesTests
{
    [Theory]
    [InlineData("asOf - {|PE2035:row.used|} > duration('1h')")]
    [InlineData("{|PE2035:row.used|} < asOf")]
    [InlineData("{|PE2035:row.region|}.startsWith('eu')")]
    [InlineData("'in ' + {|PE2035:row.region|} == s")]
    [InlineData("row.used == null && asOf > {|PE2035:row.used|}")]
    [InlineData("row.used != null || asOf > {|PE2035:row.used|}")]
    [InlineData("row.made != null && asOf > {|PE2035:row.used|}")]
    [InlineData("row.used != null ? a : asOf > {|PE2035:row.used|}")]
    [InlineData("known(row.used) && asOf > {|PE2035:row.used|}")]
    [InlineData("(row.used != null || a) && asOf > {|PE2035:row.used|}")]
    [InlineData("asOf > (a ? {|PE2035:row.used|} : asOf)")]
    [InlineData("rows.all(r, {|PE2035:r.used|} < asOf)")]
    [InlineData("asOf > {|PE2035:row.used|} && asOf > row.used + duration('1h')")]
    public void An_unguarded_null_is_found_once(string marked) => Analysis.AssertFinds(marked, CelType.Bool);

    [Theory]
    [InlineData("row.used != null && asOf - row.used > duration('1h')")]
    [InlineData("null != row.used && asOf > row.used")]
    [InlineData("asOf > row.used && row.used != null", "an error before is absorbed")]
    [InlineData("row.used == null || asOf > row.used")]
    [InlineData("!(row.used != null) || asOf > row.used")]
    [InlineData("!(row.used != null && asOf - row.used > duration('1h'))")]
    [InlineData("has(row.used) && asOf > row.used")]
    [InlineData("has(row.used) ? asOf > row.used : a")]
    [InlineData("row.used == null ? a : asOf > row.used")]
    [InlineData("asOf > (row.used != null ? row.used : row.made != null ? row.made : asOf)")]
    [InlineData("asOf > require(row.used)")]
    [InlineData("row.region == 'eu-west-1' && row.region.size() == 9")]
    [InlineData("row.region != '' && row.region != 'x'", "equality takes null")]
    [InlineData("row.region in ['a', 'b'] && type(row.used) == type(null)")]
    [InlineData("(a && row.used != null || b && row.used != null) && asOf > row.used")]
    [InlineData("(a ? row.used != null : false) && asOf > row.used")]
    [InlineData("(!a ? true : row.used != null) && a || row.used == null")]
    [InlineData("row.used != null && rows.all(r, r.active || row.used < asOf)")]
    [InlineData("rows.filter(r, r.used != null).all(r, r.used < asOf)")]
    [InlineData("rows.map(r, r.used != null, asOf - r.used) == []")]
    public void A_guarded_null_is_no_mistake(string text, string _ = "") => Analysis.AssertFinds(text, CelType.Bool);

    [Fact]
    public void The_message_names_what_fails_and_the_suggestion_mends_it()
    {
        var diagnostic = Assert.Single(Analysis.AssertFinds("asOf - {|PE2035:row.used|} > duration('1h')"));
        Assert.Equal(["row.used", "-"], diagnostic.Arguments.ToArray());
        Assert.Equal("require(row.used)", diagnostic.Suggestion);
        Analysis.AssertFinds("asOf - require(row.used) > duration('1h')");
    }

    [Fact]
    public void A_variable_that_is_true_guards_what_its_expression_asks()
    {
        var (environment, assumptions) = Define("row.used != null && a", CelType.Bool);
        Assert.Empty(Compile("v.x && asOf > row.used", environment, assumptions));
        Assert.Empty(Compile("!v.x || asOf > row.used", environment, assumptions));
        Assert.Equal(["PE2035"], Compile("!v.x && asOf > row.used", environment, assumptions));
    }

    [Fact]
    public void A_variable_that_needs_a_value_is_looked_at_where_it_is_named()
    {
        var (environment, assumptions) = Define("asOf - row.used", CelType.Duration);
        Assert.Empty(Compile("row.used != null && v.x > duration('1h')", environment, assumptions));
        Assert.Equal(["PE2035"], Compile("a && v.x > duration('1h')", environment, assumptions));
    }

    [Fact]
    public void A_variable_that_is_a_filtered_list_holds_what_was_asked()
    {
        var text = "[row.region].filter(r, r != null)";
        var (environment, assumptions) = Define(text, CelType.List(CelType.Wrapper(CelType.String)));
        Assert.Empty(Compile("v.x.all(r, r.startsWith('eu'))", environment, assumptions));

        (environment, assumptions) = Define("[row.region]", CelType.List(CelType.Wrapper(CelType.String)));
        Assert.Equal(["PE2035"], Compile("v.x.all(r, r.startsWith('eu'))", environment, assumptions));
    }

    [Fact]
    public void A_condition_that_was_asked_before_guards()
    {
        var asked = Analysis.Compile("row.used != null", CelType.Bool).Analysis!;
        Analysis.AssertFinds("asOf > row.used", CelType.Bool, Analysis.Assumptions.With(asked, true));
        Analysis.AssertFinds("asOf > {|PE2035:row.used|}", CelType.Bool, Analysis.Assumptions.With(asked, false));
    }

    [Fact]
    public void Variables_that_name_each_other_many_times_are_looked_at_in_time()
    {
        var (environment, assumptions) = (Analysis.Environment, Analysis.Assumptions);
        var record = new RecordSymbol(
            "test.v", Enumerable.Range(0, 60).Select(n => new FieldSymbol($"x{n}", CelType.Bool, n)));
        environment = environment.WithRecords(record).WithVariable("v", record.Type);
        for (var n = 0; n < 60; n++)
        {
            var text = n == 0 ? "row.used != null" : $"(v.x{n - 1} ? v.x{n - 1} : !v.x{n - 1})";
            var compilation = CelCompiler.Compile(
                EmbeddedText.Whole(text), environment, CelType.Bool, assumptions.Deferred());
            assumptions = assumptions.WithDefinition("test.v", n, compilation.Analysis!);
        }

        Assert.Equal(["PE2035"], Compile("v.x59 && asOf > row.used", environment, assumptions));
    }

    private static (CelEnvironment Environment, CelAssumptions Assumptions) Define(string text, CelType type)
    {
        var definition = Analysis.Compile(text, assumptions: Analysis.Assumptions.Deferred());
        Assert.Empty(definition.Diagnostics);
        var record = new RecordSymbol("test.v", new FieldSymbol("x", type, 0));
        return (
            Analysis.Environment.WithRecords(record).WithVariable("v", record.Type),
            Analysis.Assumptions.WithDefinition("test.v", 0, definition.Analysis!));
    }

    private static IEnumerable<string> Compile(string text, CelEnvironment environment, CelAssumptions assumptions) =>
        CelCompiler.Compile(EmbeddedText.Whole(text), environment, CelType.Bool, assumptions)
            .Diagnostics.Select(d => d.Id);
}
