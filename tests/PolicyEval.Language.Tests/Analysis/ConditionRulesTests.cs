using PolicyEval.Language.Types;

namespace PolicyEval.Language.Tests.Analysis;

public class ConditionRulesTests
{
    [Theory]
    [InlineData("a && {|PE2033:a|}")]
    [InlineData("a || {|PE2033:a|}")]
    [InlineData("a && {|PE2033:!a|}")]
    [InlineData("!(a || {|PE2033:!a|})")]
    [InlineData("a && b && {|PE2033:a|}")]
    [InlineData("a && ({|PE2033:a || b|})", "spans leave brackets out")]
    [InlineData("a && (b || {|PE2033:!a && i > 1|})")]
    [InlineData("a ? b : {|PE2033:a|} ? b : !b")]
    [InlineData("s != 'x' || {|PE2033:s != 'y'|}")]
    [InlineData("s == 'x' && {|PE2033:s == 'y'|}")]
    [InlineData("i > 5 && {|PE2033:i < 3|}")]
    [InlineData("i > 5 && {|PE2033:i > 5|}")]
    [InlineData("i >= 5 && {|PE2033:i < 5|}")]
    [InlineData("i < 5 || {|PE2033:5 <= i|}")]
    [InlineData("i > 5 && {|PE2033:i >= 5|}")]
    [InlineData("i == 5 && {|PE2033:i > 3|}")]
    [InlineData("i > 5 && {|PE2033:i == 5|}")]
    [InlineData("i < 5 && {|PE2033:i == 5|}")]
    [InlineData("row.used == null && {|PE2033:row.used != null|}")]
    [InlineData("asOf - asOf > duration('2h') && {|PE2033:asOf - asOf < duration('1h')|}")]
    [InlineData("a ? ({|PE2033:a|} ? 1 : 2) == 1 : b")]
    [InlineData("rows.exists(r, r.active && {|PE2033:r.active|})")]
    public void A_condition_that_an_earlier_one_decides_is_found(string marked, string _ = "") =>
        Analysis.AssertFinds(marked, CelType.Bool);

    [Theory]
    [InlineData("{|PE2032:true|}")]
    [InlineData("{|PE2032:1 < 2|}")]
    [InlineData("a && {|PE2032:true|}")]
    [InlineData("{|PE2032:a && false|}")]
    [InlineData("{|PE2032:a || 'x' == 'x'|}")]
    [InlineData("{|PE2032:size(s) < 0|}")]
    [InlineData("{|PE2032:s.size() >= 0|}")]
    [InlineData("a || {|PE2032:row.keys < 0|}")]
    [InlineData("a || {|PE2032:0 > row.keys|}")]
    [InlineData("{|PE2032:1 < 2|} ? a : b")]
    [InlineData("{|PE2032:has(owner.row)|} && has(owner.row.used)")]
    [InlineData("{|PE2032:!has(params.limit)|}")]
    [InlineData("rows.all(r, {|PE2032:1 < 2|} && r.active)")]
    public void A_condition_that_nothing_can_change_is_found(string marked) =>
        Analysis.AssertFinds(marked, CelType.Bool);

    [Theory]
    [InlineData("a && b || a && !b")]
    [InlineData("a || b && !a")]
    [InlineData("a ? b : !b")]
    [InlineData("a ? b : !a ? !b : b")]
    [InlineData("row.used == null || row.used != null && row.used < asOf")]
    [InlineData("a ? true : b")]
    [InlineData("params.mode == 'pass' || params.limit > 3")]
    [InlineData("params.limit > 3 && params.limit < 2000")]
    [InlineData("row.keys >= 0")]
    [InlineData("i > 3 && i < 5 && i != 4")]
    [InlineData("i >= 5 && i <= 5")]
    [InlineData("s != 'x' && s != 'y'")]
    [InlineData("s == 'x' || s == 'y'")]
    [InlineData("x < 1.0 || x >= 1.0")]
    [InlineData("rows.exists(r, r.active) && rows.exists(r, !r.active)")]
    [InlineData("rows.all(r, r.active) || rows.all(q, q.keys > 1)")]
    [InlineData("[a].exists(e, e) && [b].exists(e, e)")]
    public void What_may_be_either_is_no_mistake(string text) => Analysis.AssertFinds(text, CelType.Bool);

    [Fact]
    public void The_message_names_the_condition_that_decides()
    {
        var diagnostic = Assert.Single(Analysis.AssertFinds("i > 5 && (b || {|PE2033:i <= 3|})"));
        Assert.Equal(["i <= 3", "false", "i > 5", "true"], diagnostic.Arguments.ToArray());
    }

    [Theory]
    [InlineData("{|PE2037:s == s|}")]
    [InlineData("{|PE2037:row.used <= row.used|}", true)]
    [InlineData("{|PE2037:asOf - asOf == asOf - asOf|}")]
    public void A_comparison_with_itself_is_found(string marked, bool isNullable = false) =>
        Assert.Equal(isNullable ? 2 : 1, Count(marked, "PE2037") + Count(marked, "PE2035"));

    [Theory]
    [InlineData("x == x")]
    [InlineData("row.made == row.used")]
    public void A_comparison_of_two_things_is_no_mistake(string text) => Analysis.AssertFinds(text);

    [Theory]
    [InlineData("params.mode == {|PE2034:'Pass'|}", "'pass'")]
    [InlineData("{|PE2034:'fial'|} != params.mode", "'fail'")]
    [InlineData("params.mode in ['fail', {|PE2034:'quiet'|}]", null)]
    [InlineData("row.partition == {|PE2034:'aws-cm'|}", "'aws-cn'")]
    [InlineData("token(row.active) == {|PE2034:'yes'|}", null)]
    [InlineData("token(row.used) == {|PE2034:'n/a'|}", "'N/A'")]
    [InlineData("token(row.used) != {|PE2034:'no_infomation'|}", "'no_information'")]
    [InlineData("row.keys == {|PE2034:-1|}", null)]
    public void A_value_that_a_field_never_has_is_found(string marked, string? suggestion) =>
        Assert.Equal(suggestion, Assert.Single(Analysis.AssertFinds(marked)).Suggestion);

    [Theory]
    [InlineData("params.mode == 'pass' || row.partition == 'aws'")]
    [InlineData("token(row.active) == 'TRUE' || token(row.active) == ''")]
    [InlineData("token(row.used) == '2024-01-01T00:00:00Z' || token(row.used) == 'N/A'")]
    [InlineData("token(row.region) == 'eu-west-1' || s == 'quiet' || row.keys == 0")]
    public void A_value_that_a_field_may_have_is_no_mistake(string text) => Analysis.AssertFinds(text);

    [Theory]
    [InlineData("require(row.used) < {|PE2036:timestamp('2024-01-01T00:00:00Z')|}")]
    [InlineData("{|PE2036:timestamp('2024-01-01T00:00:00Z')|} < require(row.used)")]
    [InlineData("require(row.used) + duration('1h') < {|PE2036:timestamp(0)|}")]
    [InlineData("require(row.used).getFullYear() < {|PE2036:2024|}")]
    public void A_time_that_does_not_move_with_the_evidence_is_found(string marked) => Analysis.AssertFinds(marked);

    [Theory]
    [InlineData("asOf > timestamp('2024-01-01T00:00:00Z')")]
    [InlineData("asOf - require(row.used) < duration('1h')")]
    [InlineData("require(row.used) < timestamp(s)")]
    [InlineData("require(row.used) < require(row.made)")]
    public void A_time_that_moves_is_no_mistake(string text) => Analysis.AssertFinds(text);

    [Theory]
    [InlineData("rows.exists({|PE2038:r|}, a)")]
    [InlineData("rows.all({|PE2038:r|}, rows.all(r, r.active))")]
    [InlineData("cel.bind({|PE2038:n|}, i + 1, i > 2)")]
    [InlineData("{'k': 1}.all(k, {|PE2038:v|}, a)")]
    public void A_variable_that_nothing_reads_is_found(string marked) => Analysis.AssertFinds(marked);

    [Theory]
    [InlineData("rows.exists(_r, a)")]
    [InlineData("{'k': 1}.all(k, v, v > 0)")]
    [InlineData("cel.bind(n, i + 1, n > 2) || [2, 1].sortBy(n, -n) == [i]")]
    public void A_variable_that_is_read_is_no_mistake(string text) => Analysis.AssertFinds(text);

    private static int Count(string marked, string id) =>
        Analysis.Compile(Testing.MarkedText.Parse(marked).Text).Diagnostics.Count(d => d.Id == id);
}
