using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Analysis;

public class ConstantRulesTests
{
    [Theory]
    [InlineData("s.matches('ab{|PE2030:(|}')")]
    [InlineData("matches(s, r'\\d{|PE2030:(|}')")]
    [InlineData("s.matches(\"\\x61\\u0062{|PE2030:)|}c\")")]
    [InlineData("s.matches('''a'b{|PE2030:)|}''')")]
    [InlineData("s.matches('\U0001F600{|PE2030:)|}')")]
    [InlineData("asOf < timestamp({|PE2030:'2024-13-01T00:00:00Z'|})")]
    [InlineData("asOf - asOf > duration({|PE2030:'90d'|})")]
    [InlineData("asOf.getHours({|PE2030:'Europe/Zuerich'|}) == 1")]
    [InlineData("int({|PE2030:'x'|}) == i")]
    [InlineData("uint({|PE2030:'-1'|}) == 1u")]
    [InlineData("double({|PE2030:'one'|}) == 1.0")]
    [InlineData("bool({|PE2030:'yes'|})")]
    [InlineData("a || s.matches('{|PE2030:*|}')")]
    public void A_constant_that_can_only_fail_is_an_error_at_its_place(string marked)
    {
        var diagnostic = Assert.Single(Analysis.AssertFinds(marked));
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Null(Analysis.Compile(diagnostic.Location.Text!.Content).Expression);
    }

    [Theory]
    [InlineData("s.matches('^[a-z]+$')")]
    [InlineData("s.matches(s)")]
    [InlineData("asOf.getHours('Europe/Zurich') == 1 || asOf.getHours('+01:00') == 1")]
    [InlineData("timestamp(s) < asOf && duration(s) > asOf - asOf && int(s) > 1")]
    public void What_may_succeed_is_no_mistake(string text) => Analysis.AssertFinds(text);

    [Theory]
    [InlineData("{|PE2039:1 / 0|} != 0 || a")]
    [InlineData("i > {|PE2039:9223372036854775807 + 1|}")]
    [InlineData("{|PE2039:[1, 2][5]|} == i")]
    [InlineData("{|PE2039:1 / 0|} + 1 == i")]
    public void A_calculation_that_fails_is_a_warning_since_it_may_be_absorbed(string marked)
    {
        var diagnostic = Assert.Single(Analysis.AssertFinds(marked));
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.NotNull(Analysis.Compile(diagnostic.Location.Text!.Content).Expression);
    }

    [Fact]
    public void The_value_of_a_parameter_is_a_warning_since_another_one_may_be_set()
    {
        var diagnostic = Assert.Single(Analysis.AssertFinds("s.matches({|PE2031:params.pattern|})"));
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Equal(["matches", "\"(\"", "params.pattern"], diagnostic.Arguments[..3].ToArray());
    }

    [Fact]
    public void Without_assumptions_only_errors_are_reported()
    {
        var text = Language.Text.EmbeddedText.Whole("1 / 0 == 1 || a && a || s.matches(params.pattern)");
        Assert.Empty(CelCompiler.Compile(text, Analysis.Environment).Diagnostics);
    }

    [Fact]
    public void A_zone_that_was_looked_up_once_gives_the_same_hours()
    {
        foreach (var zone in new[] { "UTC", "-03:30", "Europe/Zurich", "America/New_York" })
        {
            var frame = Analysis.Environment.CreateFrame();
            var summer = new CelTimestamp(1_720_000_000, 0);
            frame.Variables[Analysis.Environment.Variable("asOf")!.Slot] = CelValue.Of(summer);
            frame.Variables[Analysis.Environment.Variable("s")!.Slot] = CelValue.Of(zone);
            var constant = Analysis.Compile($"asOf.getHours('{zone}')").Expression!.Evaluate(frame);
            var variable = Analysis.Compile("asOf.getHours(s)").Expression!.Evaluate(frame);
            Assert.Equal((CelKind.Int, variable.AsInt), (constant.Kind, constant.AsInt));
        }
    }
}
