using PolicyEval.Language.Binding;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;
using PolicyEval.Testing;

namespace PolicyEval.Language.Tests.Binding;

public class BinderTests
{
    [Theory]
    [InlineData("i + 1", "_+_(i~int, 1~int)~int^add_int64")]
    [InlineData("-i", "-_(i~int)~int^negate_int64")]
    [InlineData("9223372036854775807", "9223372036854775807~int")]
    [InlineData("-9223372036854775808", "-9223372036854775808~int")]
    [InlineData("-9223372036854775807", "-9223372036854775807~int")]
    [InlineData("18446744073709551615u", "18446744073709551615u~uint")]
    [InlineData("0x7fffffffffffffff", "9223372036854775807~int")]
    [InlineData("-1.5", "-1.5~double")]
    [InlineData("1.5", "1.5~double")]
    [InlineData("1e308", "1e+308~double")]
    [InlineData("[true, false]", "[true~bool, false~bool]~list(bool)")]
    [InlineData("null", "null~null_type")]
    [InlineData("b'a'", "b\"a\"~bytes")]
    [InlineData("!b && b", "_&&_(!_(b~bool)~bool, b~bool)~bool")]
    [InlineData("row.active", "row~test.row.active#1~bool")]
    [InlineData("row.last_used == null", "_==_(row~test.row.last_used#3~wrapper(timestamp), null~null_type)~bool^equals")]
    [InlineData("asOf - row.last_used", "_-_(asOf~timestamp, row~test.row.last_used#3~wrapper(timestamp))~duration^subtract_timestamp_timestamp")]
    [InlineData("has(row.region)", "has(row~test.row.region#4)~bool")]
    [InlineData("has(m.a)", "has(m~map(string, int).a)~bool")]
    [InlineData("token(row.active)", "token(row~test.row.active#1)~string")]
    [InlineData("known(row.active)", "known(row~test.row.active#1)~bool")]
    [InlineData("m.a", "m~map(string, int).a~int")]
    [InlineData("m['a']", "_[_](m~map(string, int), \"a\"~string)~int^index_map")]
    [InlineData("d.a.b", "d~dyn.a~dyn.b~dyn")]
    [InlineData("s.startsWith('a')", "s~string.startsWith(\"a\"~string)~bool^starts_with_string")]
    [InlineData("math.twice(1)", "math.twice(1~int)~int^twice")]
    [InlineData("com.acme.x", "com.acme.x~int")]
    [InlineData("b ? 1 : d", "_?_:_(b~bool, 1~int, d~dyn)~dyn")]
    [InlineData("[1, 'a']", "[1~int, \"a\"~string]~list(dyn)")]
    [InlineData("[]", "[]~list(dyn)")]
    [InlineData("{1: 2, 3: 4, 5: 6}", "{1~int: 2~int, 3~int: 4~int, 5~int: 6~int}~map(int, int)")]
    [InlineData("[[], [1]]", "[[]~list(int), [1~int]~list(int)]~list(list(int))")]
    [InlineData("{'a': 1, 'b': d}", "{\"a\"~string: 1~int, \"b\"~string: d~dyn}~map(string, dyn)")]
    [InlineData("rows.exists(r, r.active)", "Exists(r@0, rows~list(test.row), r~test.row.active#1~bool)~bool")]
    [InlineData("rows.map(r, r.active, r.name)", "Map(r@0, rows~list(test.row), r~test.row.active#1~bool, r~test.row.name#0~string)~list(string)")]
    [InlineData("[1].all(i, [2u].exists(j, j == 2u && i == 1))",
        "All(i@0, [1~int]~list(int), Exists(j@1, [2u~uint]~list(uint), _&&_(_==_(j~uint, 2u~uint)~bool^equals, _==_(i~int, 1~int)~bool^equals)~bool)~bool)~bool")]
    [InlineData("m.filter(k, k == 'a')", "Filter(k@0, m~map(string, int), _==_(k~string, \"a\"~string)~bool^equals)~list(string)")]
    [InlineData("m.all(k, v, k == 'a' || v > 1)",
        "All(k@0, v@1, m~map(string, int), _||_(_==_(k~string, \"a\"~string)~bool^equals, _>_(v~int, 1~int)~bool^greater_int64)~bool)~bool")]
    [InlineData("rows.existsOne(i, r, r.active && i > 0)",
        "ExistsOne(i@0, r@1, rows~list(test.row), _&&_(r~test.row.active#1~bool, _>_(i~int, 0~int)~bool^greater_int64)~bool)~bool")]
    [InlineData("rows.transformList(i, r, r.active, i)", "Map(i@0, r@1, rows~list(test.row), r~test.row.active#1~bool, i~int)~list(int)")]
    [InlineData("rows.transformMap(i, r, r.name)", "TransformMap(i@0, r@1, rows~list(test.row), r~test.row.name#0~string)~map(int, string)")]
    [InlineData("m.transformMapEntry(k, v, {v: k})", "TransformMapEntry(k@0, v@1, m~map(string, int), {v~int: k~string}~map(int, string))~map(int, string)")]
    [InlineData("d.transformMap(k, v, v)", "TransformMap(k@0, v@1, d~dyn, v~dyn)~map(dyn, dyn)")]
    [InlineData("cel.bind(x, i, x + x)", "Bind(x@0, i~int, _+_(x~int, x~int)~int^add_int64)~int")]
    [InlineData("cel.bind(x, [1].map(e, e), [2].map(f, x))", "Bind(x@0, Map(e@1, [1~int]~list(int), e~int)~list(int), Map(f@2, [2~int]~list(int), x~list(int))~list(list(int)))~list(list(int))")]
    [InlineData("m.?a", "m~map(string, int).?a~optional_type(int)")]
    [InlineData("row.?region", "row~test.row.?region#4~optional_type(string)")]
    [InlineData("row.?region.orValue('x')", "row~test.row.?region#4~optional_type(string).orValue(\"x\"~string)~string^optional_orValue_value")]
    [InlineData("d.?a.b", "d~dyn.?a~optional_type(dyn).?b~optional_type(dyn)")]
    [InlineData("rows.first().name", "rows~list(test.row).first()~optional_type(test.row)^list_first.?name#0~optional_type(string)")]
    [InlineData("has(rows[?0].region)", "has(_[?_](rows~list(test.row), 0~int)~optional_type(test.row)^list_optindex_optional_int.region#4)~bool")]
    [InlineData("[?m.?a, 1]", "[?m~map(string, int).?a~optional_type(int), 1~int]~list(int)")]
    [InlineData("{?'a': m.?a}", "{?\"a\"~string: m~map(string, int).?a~optional_type(int)}~map(string, int)")]
    [InlineData("[1, ?m.?a]", "[1~int, ?m~map(string, int).?a~optional_type(int)]~list(int)")]
    [InlineData("{'a': 1, ?'c': m.?a}", "{\"a\"~string: 1~int, ?\"c\"~string: m~map(string, int).?a~optional_type(int)}~map(string, int)")]
    [InlineData("m.?a.optFlatMap(x, optional.of(s))", "optFlatMap(x@0, m~map(string, int).?a~optional_type(int), optional.of(s~string)~optional_type(string)^optional_of)~optional_type(string)")]
    [InlineData("d.optMap(x, x)", "optMap(x@0, d~dyn, x~dyn)~optional_type(dyn)")]
    [InlineData("known(token(row.active))", "present(row~test.row.active#1)~bool")]
    [InlineData("known((token((row.active))))", "present(row~test.row.active#1)~bool")]
    [InlineData("require(row.region)", "require(row~test.row.region#4)~string")]
    [InlineData("require(row.active)", "require(row~test.row.active#1)~bool")]
    [InlineData("missing(row.region)", "missing(row~test.row.region#4)~bool")]
    [InlineData("has((row.region))", "has(row~test.row.region#4)~bool")]
    [InlineData("has(d.a)", "has(d~dyn.a)~bool")]
    [InlineData("row.?region.orValue(s).size()", "row~test.row.?region#4~optional_type(string).orValue(s~string)~string^optional_orValue_value.size()~int^string_size")]
    [InlineData("math.greatest(1, 2)", "math.greatest(1~int, 2~int)~int^math_@max_int")]
    [InlineData("s in ['a']", "@in(s~string, [\"a\"~string]~list(string))~bool^in_list")]
    [InlineData("d + 1", "_+_(d~dyn, 1~int)~int^add_int64")]
    [InlineData("[3].sortBy(x, -x)", "lists.@sortByKeys(Map(x@0, [3~int]~list(int), [-_(x~int)~int^negate_int64, x~int]~list(dyn))~list(list(dyn)))~list(int)^list_sort_by_keys")]
    [InlineData("m.?a.optMap(x, x > 1)", "optMap(x@0, m~map(string, int).?a~optional_type(int), _>_(x~int, 1~int)~bool^greater_int64)~optional_type(bool)")]
    [InlineData("optional.none().or(optional.of(1))", "optional.none()~optional_type(int)^optional_none.or(optional.of(1~int)~optional_type(int)^optional_of)~optional_type(int)^optional_or_optional")]
    [InlineData("type(1) == int", "_==_(type(1~int)~type(int)^type, int~type(int))~bool^equals")]
    public void Meaning_is_in_the_bound_tree(string text, string expected)
    {
        var compilation = Compile(text);

        Assert.Empty(compilation.Diagnostics);
        Assert.Equal(expected, BoundPrinter.Print(compilation.Bound.Root));
    }

    [Theory]
    [InlineData("{|PE2001:9223372036854775808|}", "int")]
    [InlineData("{|PE2001:-9223372036854775809|}", "int")]
    [InlineData("{|PE2001:18446744073709551616u|}", "uint")]
    [InlineData("{|PE2001:1e999|}", "double")]
    [InlineData("{|PE2002:rwo|}.active", "rwo", "row")]
    [InlineData("{|PE2002:nothing_like_it|}", "nothing_like_it")]
    [InlineData("{|PE2002:com.acme.y|}", "com.acme.y", "com.acme.x")]
    [InlineData("!row.{|PE2003:actve|}", "actve", "active")]
    [InlineData("has(row.{|PE2003:actve|})", "actve", "active")]
    [InlineData("{|PE2004:sice|}(s)", "sice", "size")]
    [InlineData("s.{|PE2004:startWith|}('a')", "startWith", "startsWith")]
    [InlineData("{|PE2004:math.twce|}(1)", "math.twce", "math.twice")]
    [InlineData("rows.{|PE2004:exist|}(r, r.active)", "exist", "exists")]
    [InlineData("b && {|PE2005:i + 1u|} == 2", "+", "i + 1")]
    [InlineData("{|PE2005:1 == 1.0|}", "==", "1.0 == 1.0")]
    [InlineData("{|PE2005:i < 's'|}", "<")]
    [InlineData("{|PE2005:null == 1|}", "==")]
    [InlineData("{|PE2005:s.size(1)|}", "size")]
    [InlineData("b && {|PE2006:i|}", "bool")]
    [InlineData("b && {|PE2006:row.last_used|}", "timestamp or null")]
    [InlineData("{|PE2005:[row.last_used] + 1|}", "list(timestamp or null), int")]
    [InlineData("!{|PE2006:s|}", "bool")]
    [InlineData("{|PE2006:i|} ? 1 : 2", "bool")]
    [InlineData("[1].all(e, {|PE2006:e|})", "bool")]
    [InlineData("{|PE2007:b ? 1 : 's'|}", "int")]
    [InlineData("i.{|PE2008:x|}", "x")]
    [InlineData("has({|PE2009:i|})", "has")]
    [InlineData("token({|PE2009:s|})", "token")]
    [InlineData("[1].all({|PE2010:a.b|}, true)", "all")]
    [InlineData("[1].all({|PE2010:1|}, true)", "all")]
    [InlineData("{|PE2011:i|}.all(e, e > 1)", "all")]
    [InlineData("{|PE2011:i|}.all(e, e > 1) + 1", "all")]
    [InlineData("known(row.{|PE2012:count|})", "known")]
    [InlineData("token(m.{|PE2012:a|})", "token")]
    [InlineData("{|PE2013:a.T|}{x: 1}", "a.T")]
    [InlineData("[1].{|PE2016:all|}(a)", "list.all(x, condition) or list.all(i, x, condition)")]
    [InlineData("rows.{|PE2016:existsOne|}(r)", "existsOne")]
    [InlineData("rows.{|PE2016:filter|}(r, t, r.active)", "filter")]
    [InlineData("rows.{|PE2016:transformMap|}(r, r.active)", "transformMap")]
    [InlineData("cel.{|PE2016:bind|}(x, x)", "cel.bind(x, value, expression)")]
    [InlineData("{|PE2016:has|}(row.region, row.active)", "has(x.f)")]
    [InlineData("{|PE2016:known|}()", "known(x.f)")]
    [InlineData("m.all(k, {|PE2017:k|}, true)", "k")]
    [InlineData("m.transformMap(k, {|PE2010:m.a|}, k)", "transformMap")]
    [InlineData("cel.bind({|PE2010:x.y|}, 1, x)", "bind")]
    [InlineData("m.transformMapEntry(k, v, {|PE2006:v|})", "map(dyn, dyn)")]
    [InlineData("m.all(k, v, {|PE2005:k == v|})", "string, int")]
    [InlineData("rows.{|PE2004:exsits|}(r, r.active)", "exsits", "exists")]
    [InlineData("rows.{|PE2004:transformlist|}(i, r, r.active)", "transformlist", "transformList")]
    [InlineData("{|PE2004:cel.bnd|}(x, 1, x)", "cel.bnd", "cel.bind")]
    [InlineData("[?{|PE2018:i|}]", "an element after ?")]
    [InlineData("[?{|PE2018:null|}]", "null_type")]
    [InlineData("{?'a': {|PE2018:i|}}.a == 1", "an entry after ?")]
    [InlineData("{|PE2018:i|}.optMap(x, x + 1)", "optMap()")]
    [InlineData("m.?a.optFlatMap(x, {|PE2018:x|})", "the result of optFlatMap()")]
    [InlineData("m.?a.{|PE2016:optMap|}(x)", "optMap")]
    [InlineData("has({|PE2009:m.?a|})", "has")]
    [InlineData("has(m.?a.{|PE2008:b|})", "b")]
    [InlineData("row.?{|PE2003:regoin|}", "regoin", "region")]
    [InlineData("{|PE2005:m.?a + 1|}", "optional_type(int), int")]
    [InlineData("{|PE2005:i[?0]|}", "[?]")]
    [InlineData("{|PE2005:m.?a.orValue('x')|}", "orValue")]
    [InlineData("b && {|PE2006:row.?active|}", "optional_type(bool)")]
    [InlineData("i.?{|PE2008:x|}", "x")]
    [InlineData("{|PE2004:optional.off|}(1)", "optional.off", "optional.of")]
    [InlineData("{{|PE2015:1.5|}: 1}", "double")]
    [InlineData("{|PE2002:True|} && b", "True", "true")]
    [InlineData("{|PE2002:NULL|} == row.region", "NULL", "null")]
    [InlineData("{|PE2002:Row|}.active", "Row", "row")]
    [InlineData("{|PE2002:last_used|} == null", "last_used", "row.last_used")]
    [InlineData("{|PE2004:not|}(b)", "not", "!")]
    [InlineData("{|PE2005:row.last_used < '2024-01-01'|}", "<", "row.last_used < timestamp('2024-01-01T00:00:00Z')")]
    [InlineData("{|PE2005:row.last_used < '2024-01-01T10:00:00Z'|}", "<", "row.last_used < timestamp('2024-01-01T10:00:00Z')")]
    [InlineData("{|PE2005:row.last_used == 'never'|}", "==")]
    [InlineData("{|PE2005:row.last_used != 'N/A'|}", "!=", "token(row.last_used) != 'N/A'")]
    [InlineData("{|PE2005:asOf - asOf > '90d'|}", ">")]
    [InlineData("{|PE2005:asOf - asOf > '90h'|}", ">", "asOf - asOf > duration('90h')")]
    [InlineData("{|PE2005:asOf - asOf > 90|}", ">", "asOf - asOf > weeks(90)")]
    [InlineData("{|PE2004:now()|} == asOf", "now", "asOf")]
    [InlineData("{|PE2002:now|} == asOf", "now", "asOf")]
    [InlineData("s.{|PE2004:toLowerCase|}() == s", "toLowerCase", "lowerAscii")]
    [InlineData("s.{|PE2004:length|}() == 1", "length", "size")]
    [InlineData("{|PE2004:len|}(s) == 1", "len", "size")]
    [InlineData("rows.{|PE2004:any|}(r, r.active)", "any", "exists")]
    [InlineData("{|PE2005:i == '5'|}", "==", "i == 5")]
    [InlineData("{|PE2005:b == 'true'|}", "==", "b == true")]
    [InlineData("{|PE2005:s + i|}", "+", "s + string(i)")]
    [InlineData("{|PE2019:startsWith(s, 'a')|}", "startsWith", "s.startsWith('a')")]
    [InlineData("{|PE2019:i.string()|}", "string", "string(i)")]
    [InlineData("s.{|PE2020:size|} > 1", "size", "size()")]
    [InlineData("{|PE2021:row['region']|} == 'x'", "test.row", "row.region")]
    [InlineData("{|PE2022:!row.last_used == null|}", "row.last_used", "!(row.last_used == null)")]
    [InlineData("{|PE2022:!s in ['a']|}", "s", "!(s in ['a'])")]
    [InlineData("known({|PE2004:toekn|}(row.active))", "toekn", "token")]
    [InlineData("{{|PE2015:null|}: 1}", "null_type")]
    [InlineData("1e308 * {|PE2001:-1e309|}", "-1e309")]
    [InlineData("{|PE2001:0x8000000000000000|}", "0x8000000000000000")]
    [InlineData("{|PE2001:-0x8000000000000001|}", "-0x8000000000000001")]
    [InlineData("{|PE2005:-s|}", "-")]
    [InlineData("{|PE2005:1 in s|}", "in")]
    [InlineData("{|PE2005:i[0]|}", "[]")]
    [InlineData("{|PE2005:i % 1.5|}", "%")]
    [InlineData("{|PE2011:row|}.map(e, e)", "map")]
    [InlineData("{|PE2011:row.name|}.exists(e, e)", "string")]
    [InlineData("m.all(k, {|PE2017:k|}, nobody)", "k")]
    [InlineData("known({|PE2016:token|}(row.active, 1))", "token(x.f)")]
    [InlineData("known(token({|PE2009:i|}))", "token")]
    [InlineData("known(token(row.{|PE2012:count|}))", "token")]
    [InlineData("known(token(row.{|PE2003:actve|}))", "actve", "active")]
    [InlineData("known({|PE2009:row.?active|})", "known")]
    [InlineData("missing(d.{|PE2012:a|})", "missing")]
    [InlineData("has({|PE2009:m['a']|})", "has")]
    [InlineData("has(i.{|PE2008:x|})", "x")]
    [InlineData("[?{|PE2018:row|}]", "test.row")]
    [InlineData("{|PE2018:row|}.optMap(x, x)", "optMap()")]
    [InlineData("{|PE2018:s|}.optFlatMap(x, optional.of(x))", "optFlatMap()")]
    [InlineData("m.?a.optMap({|PE2010:x.y|}, 1)", "optMap")]
    [InlineData("[1].sortBy({|PE2010:x.y|}, 1)", "sortBy")]
    [InlineData("{|PE2011:i|}.sortBy(x, x)", "sortBy")]
    [InlineData("[1].sortBy(x, {|PE2002:nobody|})", "nobody")]
    [InlineData("[1].transformMapEntry(i, e, {|PE2006:e|})", "int")]
    [InlineData("[1].all({|PE2010:.x|}, true)", "all")]
    public void A_mistake_is_one_diagnostic_at_its_place(string marked, string argument, string? suggestion = null)
    {
        var text = MarkedText.Parse(marked);

        var compilation = Compile(text.Text);

        var diagnostic = Assert.Single(compilation.Diagnostics);
        var span = Assert.Single(text.Spans);
        Assert.Equal(span.Name, diagnostic.Id);
        Assert.Equal((span.Start + 1, span.End + 1), (diagnostic.Location.Column, diagnostic.Location.EndColumn));
        Assert.Contains(argument, diagnostic.Arguments);
        Assert.Equal(suggestion, diagnostic.Suggestion);
        Assert.NotEmpty(diagnostic.Message);
        Assert.Null(compilation.Expression);

        // What is suggested, in the place of what is marked, makes the expression right.
        if (suggestion is not null)
            Assert.Empty(Compile(text.Text[..span.Start] + suggestion + text.Text[span.End..]).Diagnostics);
    }

    [Theory]
    [InlineData("{|PE2002:x|} + {|PE2002:y|}")]
    [InlineData("{|PE2002:x|} && row.{|PE2003:nme|} == 'a' || {|PE2005:1 + 's'|} == 2")]
    [InlineData("{|PE2002:x|}.y.z(1).w + 1 == s")]
    [InlineData("[{|PE2002:x|}].all(e, e.f > 1u && e)")]
    [InlineData("{|PE2004:nothing|}({|PE2002:x|})")]
    [InlineData("s.{|PE2004:nothing|}({|PE2002:x|})")]
    [InlineData("{|PE2002:x|}.startsWith({|PE2002:y|}) + 1")]
    [InlineData("{|PE2013:a.T|}{x: {|PE2002:y|}, z: {|PE2002:y|}}")]
    [InlineData("{|PE2011:i|}.sortBy(x, x) + 1")]
    [InlineData("[1].sortBy(x, {|PE2002:y|}) + 1")]
    [InlineData("[1].sortBy(x, x) == [{|PE2002:x|}]")]
    [InlineData("cel.bind(x, 1, x) + {|PE2002:x|}")]
    [InlineData("[1].map(x, x) == [{|PE2002:x|}]")]
    [InlineData("m.?a.optMap(x, x) == optional.of({|PE2002:x|})")]
    [InlineData("{|PE2018:i|}.optMap(x, 1) + 1")]
    [InlineData("m.?a.optMap(x, {|PE2002:y|}) + 1")]
    [InlineData("m.?a.optFlatMap(x, {|PE2018:x|}) + 1")]
    [InlineData("(b ? {|PE2002:x|} : {|PE2002:y|}) + 1")]
    public void All_mistakes_are_found_and_none_twice(string marked)
    {
        var text = MarkedText.Parse(marked);

        Assert.Equal(
            text.Spans.Select(s => $"{s.Name}@{s.Start + 1}"),
            Compile(text.Text).Diagnostics.OrderBy(d => d.Location.Column).Select(d => $"{d.Id}@{d.Location.Column}"));
    }

    /// <summary>A type that is open because an argument is dynamic is no type that a later overload may choose.</summary>
    [Theory]
    [InlineData("d[?i].value()", "dyn")]
    [InlineData("math.abs(d[?i].value())", "dyn")]
    [InlineData("-d.first().value()", "dyn")]
    [InlineData("math.abs(optional.of(1).or(d).value())", "int")]
    [InlineData("[d].flatten()", "list(dyn)")]
    [InlineData("math.abs([][0])", "double")]
    [InlineData("math.abs(d.slice(0, 1)[0])", "dyn")]
    public void What_is_taken_out_of_something_dynamic_is_dynamic(string text, string type)
    {
        var compilation = Compile(text);

        Assert.Empty(compilation.Diagnostics);
        Assert.Equal(type, compilation.ResultType.ToString());
    }

    [Theory]
    [InlineData("i", "bool", false)]
    [InlineData("d", "bool", false)]
    [InlineData("b", "bool", true)]
    [InlineData("row.region", "string", true)]
    [InlineData("rows.exists(r, r.active)", "bool", true)]
    public void The_result_has_the_type_that_was_asked_for(string text, string type, bool isFine)
    {
        var expected = type == "bool" ? CelType.Bool : CelType.String;
        var diagnostics = CelCompiler.Compile(EmbeddedText.Whole(text), TestEnvironment.Instance, expected).Diagnostics;

        Assert.Equal(isFine ? [] : ["PE2006"], diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Fields_are_listed_once_in_the_order_of_the_text()
    {
        var expression = Compile(
            "rows.all(r, r.name != '' && has(r.region)) && row.name == token(row.active) + string(params.limit)").Expression!;

        Assert.Equal(["name", "region", "active", "limit"], expression.Fields.Select(f => f.Field.Name));
        Assert.Equal(["test.row", "test.row", "test.row", "test.params"], expression.Fields.Select(f => f.Record.Name));
    }

    /// <summary>What is dyn may turn out to be a record when it is evaluated; what is in a map is found by its key.</summary>
    [Theory]
    [InlineData("d.region", 1)]
    [InlineData("d.?region", 1)]
    [InlineData("d.nothing", 0)]
    [InlineData("m.region", 0)]
    [InlineData("m.?region", 0)]
    public void Fields_of_records_are_sought_in_what_is_dyn(string text, int count)
    {
        var fields = Compile(text).Bound.Root switch
        {
            BoundSelect select => select.Fields,
            var other => Assert.IsType<BoundOptionalSelect>(other).Fields,
        };

        Assert.Equal(count, fields.Length);
    }

    [Fact]
    public void Evidence_macros_are_there_only_where_there_is_evidence()
    {
        var environment = Language.Symbols.CelEnvironment.Empty.WithRecords(TestEnvironment.Parameters)
            .WithVariable("params", TestEnvironment.Parameters.Type);

        var compilation = CelCompiler.Compile(EmbeddedText.Whole("token(params.limit)"), environment);

        var diagnostic = Assert.Single(compilation.Diagnostics);
        Assert.Equal(BindingDescriptors.UndeclaredFunction, diagnostic.Descriptor);
    }

    [Fact]
    public void Places_map_into_the_outer_text()
    {
        var outer = SourceText.From("key: |\n  i +\n  's'\n", "p.yaml");
        var text = new EmbeddedText(outer, "i +\n's'", [9, 10, 11, 12, 15, 16, 17, 18]);

        var diagnostic = Assert.Single(CelCompiler.Compile(text, TestEnvironment.Instance).Diagnostics);

        Assert.Equal("p.yaml:2:3", diagnostic.Location.ToString());
        Assert.Equal((3, 6), (diagnostic.Location.EndLine, diagnostic.Location.EndColumn));
    }

    private static CelCompilation Compile(string text) =>
        CelCompiler.Compile(EmbeddedText.Whole(text), TestEnvironment.Instance);
}
