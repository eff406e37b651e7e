using PolicyEval.Language.Library;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Conformance;

/// <summary>Corners of the CEL language definition that the conformance data at hand does not reach.</summary>
public class DefinitionTests
{
    private static readonly CelEnvironment Environment = CelEnvironment.Empty
        .WithLibraries(CelLibraries.All)
        .WithContainer("com.example")
        .WithVariable("x", CelType.Int)
        .WithVariable("com.example.x.y", CelType.Int)
        .WithVariable("com.z", CelType.String)
        .WithVariable("m", CelType.Map(CelType.String, CelType.Dyn))
        .WithVariable("broken", CelType.Dyn)
        .WithVariable("hidden", CelType.Dyn);

    [Theory]
    [InlineData("type(1) == int && type(1u) == uint && type(1.0) == double && type('') == string && type(b'') == bytes")]
    [InlineData("type(true) == bool && type(null) == null_type && type([]) == list && type({}) == map")]
    [InlineData("type(type(1)) == type && type(int) == type && type(type) == type && type(list) == type")]
    [InlineData("type(timestamp(0)) == google.protobuf.Timestamp && type(duration('1s')) == google.protobuf.Duration")]
    [InlineData("type(1) != uint && type(dyn(1)) == int && type([1]) == type(['a']) && [int, string][0] == int")]
    [InlineData("int != dyn(1) && dyn(int) == int && type(optional_type) == type")]
    [InlineData("int(1u) == 1 && int(-1.9) == -1 && int('-7') == -7 && int(timestamp(7)) == 7 && int(7) == 7")]
    [InlineData("uint(7) == 7u && uint(7.9) == 7u && uint('7') == 7u && double('1e3') == 1000.0 && double(3u) == 3.0")]
    [InlineData("string(1.5) == '1.5' && string(true) == 'true' && string(b'\\xc3\\xa9') == 'é' && string(-1) == '-1' && string(7u) == '7'")]
    [InlineData("string(timestamp('2020-01-02T03:04:05.600Z')) == '2020-01-02T03:04:05.6Z' && string(duration('90m')) == '5400s'")]
    [InlineData("bytes('é') == b'\\xc3\\xa9' && bytes(b'a') == b'a' && bool('t') && !bool('F' + 'alse') && dyn('a') == 'a'")]
    [InlineData("timestamp(timestamp(1)) == timestamp('1970-01-01T00:00:01Z') && duration(duration('1s')) == duration('1000ms')")]
    [InlineData("1 == dyn(1u) && dyn(1) == 1.0 && dyn(1u) == 1.0 && dyn(1) != '1' && dyn(null) != 0 && dyn(false) != 0")]
    [InlineData("dyn(1) < 2.5 && dyn(3u) > 2 && dyn(-1) < 0u && dyn(1.5) <= dyn(2u)")]
    [InlineData("[1, dyn(2u), 3.0] == [dyn(1.0), 2, 3u] && {'a': dyn(1)} == {'a': 1.0} && {dyn(1): 'a'} == {1u: 'a'}")]
    [InlineData("[[1], [2, 3]] != [[1], [2]] && {} == {} && [] == [] && {'a': []} == {'a': []} && [null] == [null]")]
    [InlineData("0.0 == -0.0 && !(double('NaN') == double('NaN')) && double('NaN') != double('NaN') && [double('NaN')] != [double('NaN')]")]
    [InlineData("!(double('NaN') < 1.0) && !(double('NaN') >= 1.0) && 1.0 / 0.0 > 1e308 && -1.0 / 0.0 == double('-Infinity')")]
    [InlineData("1 in [dyn(1.0)] && dyn(1u) in [1] && 'a' in {'a': null} && !('b' in {'a': 1}) && dyn(1.0) in {1: 'a'} && !(dyn('a') in [1])")]
    [InlineData("{1: 'a'}[dyn(1u)] == 'a' && {1u: 'a'}[dyn(1.0)] == 'a' && [1, 2][dyn(1u)] == 2 && [1, 2][dyn(1.0)] == 2")]
    [InlineData("{true: 1, false: 2}[false] == 2 && {'a': {'b': [1, {'c': 3}]}}.a.b[1].c == 3 && [{'a': 1}][0].a == 1")]
    [InlineData("-7 / 2 == -3 && -7 % 2 == -1 && 7 % -2 == 1 && --1 == 1 && !!true && -(-3) == 3 && 2 - -2 == 4")]
    [InlineData("9223372036854775807 + 0 > 0 && -9223372036854775808 < 0 && 0x10 == 16 && -0x8000000000000000 < 0 && 0xFFu == 255u")]
    [InlineData("'\\u00e9' == 'é' && '\\U0001F600'.size() == 1 && '\\x41\\101' == 'AA' && r'\\n'.size() == 2 && '''a'b''' == \"a'b\" && b'\\377'.size() == 1")]
    [InlineData("'ab' + 'c' == 'abc' && b'a' + b'b' == b'ab' && [1] + [2] + [] == [1, 2] && size('') == 0 && size(b'é') == 2")]
    [InlineData("'a' < 'b' && 'A' < 'a' && '' < 'a' && b'a' < b'b' && false < true && '\\uE000' < '\\U00010000'")]
    [InlineData("timestamp(0) + duration('1h') == timestamp(3600) && timestamp(10) - timestamp(4) == duration('6s') && duration('1s') - duration('2s') == duration('-1s')")]
    [InlineData("timestamp('2024-02-29T23:59:59Z').getDayOfYear() == 59 && timestamp('2024-03-01T00:30:00Z').getDate('-01:00') == 29")]
    [InlineData("true ? (false ? false : true) : false")]
    [InlineData("false ? false : false ? false : true")]
    [InlineData("(true || 1 / 0 > 0) && (1 / 0 > 0 || true) && !(false && 1 / 0 > 0) && !(1 / 0 > 0 && false)")]
    [InlineData("[1, 2, 0].exists(e, 4 / e == 2) && ![1, 2, 0].all(e, 4 / e == 4) && [0, 1].exists(e, 1 / e == 1)")]
    [InlineData("{'a': 1, 'b': 2}.all(k, k in ['a', 'b']) && {'a': 1}.map(k, k) == ['a'] && {'a': 1}.filter(k, k == 'a') == ['a'] && {1: 2}.exists_one(k, k == 1)")]
    [InlineData("[[1, 2], [3]].map(l, l.map(e, e * 2)) == [[2, 4], [6]] && [1, 2, 3].map(e, e % 2 == 1, e * 10) == [10, 30]")]
    [InlineData("[1, 2].all(x, [3].all(y, x < y && [x].exists(x, x > 0)))")]
    [InlineData("[{'a': 1}].exists(x, x.a == 1) && [{'y': 9}].all(x, x.y == 9) && x.y == 7 && .x == 3 && com.z == 'z' && .com.z == 'z' && z == 'z'")]
    [InlineData("has({'a': 1}.a) && !has({'a': 1}.b) && has({'a': {'b': null}}.a.b) && !has({'a': {}}.a.b) && has(dyn({'a': 0}).a)")]
    [InlineData("m.in_use == 1 && m.`content-type` == 'x' && m.if == 2 && has(m.while) && m.package.namespace == 4 && has(m.`content-type`)")]
    [InlineData("{'null': 1}.`null` == 1 && {'true': 1}.`true` == 1 && {'a/b.c d': 1}.`a/b.c d` == 1")]
    [InlineData("[1, 2, 3,].size() == 3 && {'a': 1,}.size() == 1 && [].size() == 0 && {}.size() == 0")]
    [InlineData("size([1]) == 1 && [1].size() == 1 && size({'a': 1}) == 1 && 'héé'.size() == 3 && size('😀') == 1")]
    [InlineData("'hello'.matches('l+') && matches('hello', '^h.*o$') && !'hello'.matches('^l') && 'x'.matches('')")]
    [InlineData("'a' // a comment\n + 'b' == 'ab'")]
    [InlineData("cel.bind(x, 10, x + .x) == 13 && cel.bind(com, {'z': 1}, com.z) == 1 && cel.bind(size, [1], size(size)) == 1")]
    [InlineData("[1].map(int, int + 1) == [2] && [1].map(size, size(string(size))) == [1] && [1].exists(type, type == 1)")]
    [InlineData("[optional.of(1), optional.none()] == [optional.of(1), optional.none()] && {'a': optional.of(1)} == {'a': optional.of(1)}")]
    [InlineData("{'a': {'b': {'c': 1}}}.?a.?b.?c.value() == 1 && {'a': {'b': {}}}.?a.?b.?c.orValue(5) == 5 && {'a': [[1]]}.?a[0][?0] == optional.of(1)")]
    [InlineData("optional.of({'a': 1}) == optional.of({'a': 1}) && optional.none() != optional.of(null) && optional.of(1) == dyn(optional.of(dyn(1.0)))")]
    [InlineData("math.abs(dyn({'a': -1})[?'a'].value()) == 1 && -dyn([2u, -3]).last().value() == 3")]
    [InlineData("math.greatest(1, x > 0 ? 2.5 : 0.5) == 2.5 && math.least([x, x > 0 ? 2u : 3u]) == 2u")]
    [InlineData("broken || true")]
    [InlineData("!(broken && false) && [broken, true].exists(e, e) || true")]
    [InlineData("hidden || true || broken")]
    public void What_the_definition_says_holds_checked_and_unchecked(string text)
    {
        Assert.Equal("true", Evaluate(text, isChecked: true).ToString());
        Assert.Equal("true", Evaluate(text, isChecked: false).ToString());
    }

    [Theory]
    [InlineData("1 / 0")]
    [InlineData("1u - 2u")]
    [InlineData("-(-9223372036854775808)")]
    [InlineData("9223372036854775807 * 2")]
    [InlineData("int(9223372036854775807.0)")]
    [InlineData("int('0x10')")]
    [InlineData("int(' 1')")]
    [InlineData("uint(-1)")]
    [InlineData("uint('-1')")]
    [InlineData("bool('yes')")]
    [InlineData("bool('TrUe')")]
    [InlineData("string(b'\\xff')")]
    [InlineData("timestamp('2020-13-01T00:00:00Z')")]
    [InlineData("timestamp('10000-01-01T00:00:00Z')")]
    [InlineData("timestamp(253402300800)")]
    [InlineData("timestamp('9999-12-31T23:59:59Z') + duration('1s')")]
    [InlineData("duration('1d')")]
    [InlineData("duration('')")]
    [InlineData("[1][1]")]
    [InlineData("[1][-1]")]
    [InlineData("[1][dyn('a')]")]
    [InlineData("[1][dyn(0.1)]")]
    [InlineData("{'a': 1}.b")]
    [InlineData("{'a': 1}['b']")]
    [InlineData("{1: 1, 1: 2}")]
    [InlineData("{dyn(1): 1, dyn(1u): 2}")]
    [InlineData("{dyn(1.5): 1}")]
    [InlineData("{dyn(null): 1}")]
    [InlineData("dyn(1) + dyn(1.0)")]
    [InlineData("dyn(1) + dyn('a')")]
    [InlineData("-dyn(1u)")]
    [InlineData("!dyn(1)")]
    [InlineData("dyn(1) ? 1 : 2")]
    [InlineData("dyn('a') && true")]
    [InlineData("dyn([1]) < dyn([2])")]
    [InlineData("dyn(null) < dyn(1)")]
    [InlineData("dyn(1).a")]
    [InlineData("has(dyn(1).a)")]
    [InlineData("has(dyn({'a': 1}).b.c)")]
    [InlineData("1 in dyn(1)")]
    [InlineData("dyn(1).all(e, true)")]
    [InlineData("dyn('abc').map(e, e)")]
    [InlineData("[1, 2].exists_one(e, 1 / (e - 1) > 0)")]
    [InlineData("[1, 0].map(e, 1 / e)")]
    [InlineData("[1, 0].filter(e, 1 / e > 0)")]
    [InlineData("[0].all(e, 1 / e > 0)")]
    [InlineData("[1].all(e, dyn(e))")]
    [InlineData("timestamp(0).getHours('Nowhere/Town')")]
    [InlineData("'a'.matches('(')")]
    [InlineData("broken")]
    [InlineData("broken + 1")]
    [InlineData("[broken]")]
    [InlineData("broken && true")]
    [InlineData("broken ? 1 : 2")]
    [InlineData("has(broken.a)")]
    [InlineData("optional.of(broken)")]
    [InlineData("cel.bind(b, broken, b)")]
    public void What_fails_is_an_error_checked_and_unchecked(string text)
    {
        Assert.Equal(CelKind.Error, Evaluate(text, isChecked: true).Kind);
        Assert.Equal(CelKind.Error, Evaluate(text, isChecked: false).Kind);
    }

    [Theory]
    [InlineData("hidden")]
    [InlineData("hidden + broken")]
    [InlineData("broken + hidden")]
    [InlineData("[hidden, broken]")]
    [InlineData("{'a': hidden}")]
    [InlineData("hidden.a.b")]
    [InlineData("has(hidden.a)")]
    [InlineData("hidden.?a")]
    [InlineData("hidden[?0]")]
    [InlineData("hidden.?a.b.orValue(1)")]
    [InlineData("[?hidden]")]
    [InlineData("hidden.optMap(e, e)")]
    [InlineData("optional.of(1).optMap(e, hidden)")]
    [InlineData("optional.none().orValue(hidden)")]
    [InlineData("hidden && broken")]
    [InlineData("broken || hidden")]
    [InlineData("hidden ? 1 : 2")]
    [InlineData("hidden.all(e, e)")]
    [InlineData("hidden.transformMap(k, v, v)")]
    [InlineData("[1, 2].all(e, hidden == e)")]
    [InlineData("[1].map(e, hidden)")]
    [InlineData("cel.bind(h, hidden, h == 1)")]
    [InlineData("cel.bind(h, hidden, broken && h)")]
    [InlineData("1 in hidden")]
    [InlineData("type(hidden)")]
    [InlineData("string(hidden)")]
    public void What_is_unknown_stays_unknown_checked_and_unchecked(string text)
    {
        Assert.Equal(CelKind.Unknown, Evaluate(text, isChecked: true).Kind);
        Assert.Equal(CelKind.Unknown, Evaluate(text, isChecked: false).Kind);
    }

    [Theory]
    [InlineData("dyn")]
    [InlineData("if")]
    [InlineData("for(1)")]
    [InlineData("1.")]
    [InlineData("{'a': 1}.null")]
    [InlineData("-!true")]
    [InlineData("!-x")]
    [InlineData("m.`b")]
    [InlineData("`a`")]
    [InlineData("'\\ud800'")]
    [InlineData("b'\\u0041'")]
    [InlineData("'\\400'")]
    [InlineData("true ? true ? 1 : 2 : 3")]
    [InlineData("{int: 1}")]
    [InlineData("9223372036854775808")]
    [InlineData("18446744073709551616u")]
    [InlineData("size([],)")]
    [InlineData("1 < 2 < 3")]
    [InlineData("1 == 1.0")]
    [InlineData("null == 1")]
    [InlineData("true ? 1 : 'a'")]
    [InlineData("[1].all(x.y, true)")]
    [InlineData("[1].all(.x, true)")]
    [InlineData("[1].all(1, true)")]
    [InlineData("[1].all(i, i, true)")]
    [InlineData("[1].map(x)")]
    [InlineData("has(x)")]
    [InlineData("has(x[0])")]
    [InlineData("has(m.?a)")]
    [InlineData("m.?a(1)")]
    [InlineData("optional.of(1) + 1")]
    [InlineData("cel.bind(x.y, 1, 2)")]
    [InlineData("google.protobuf.Timestamp{seconds: 1}")]
    public void What_the_definition_forbids_is_refused(string text)
    {
        var compilation = CelCompiler.Compile(EmbeddedText.Whole(text), Environment);

        Assert.Null(compilation.Expression);
        Assert.Single(compilation.Diagnostics);
    }

    private static CelValue Evaluate(string text, bool isChecked)
    {
        var whole = EmbeddedText.Whole(text);
        var compilation = isChecked
            ? CelCompiler.Compile(whole, Environment)
            : CelCompiler.CompileUnchecked(whole, Environment);

        // A constant that can only fail is refused by the checker.
        if (isChecked && compilation.Diagnostics is [{ Id: "PE2030" } refused])
            return CelValue.Error(refused.Message);
        Assert.Empty(compilation.Diagnostics);
        var frame = Environment.CreateFrame();
        var map = CelMap.From(
        [
            Entry("in_use", CelValue.Of(1)), Entry("content-type", CelValue.Of("x")), Entry("if", CelValue.Of(2)),
            Entry("while", CelValue.Null), Entry("package", CelMap.From([Entry("namespace", CelValue.Of(4))])),
        ]);
        Set(frame, "x", CelValue.Of(3));
        Set(frame, "com.example.x.y", CelValue.Of(7));
        Set(frame, "com.z", CelValue.Of("z"));
        Set(frame, "m", map);
        Set(frame, "broken", CelValue.Error("broken"));
        Set(frame, "hidden", Emit.TestRow.Unknown(1));
        return compilation.Expression!.Evaluate(frame);
    }

    private static void Set(CelFrame frame, string name, CelValue value) =>
        frame.Variables[Environment.Variable(name)!.Slot] = value;

    private static KeyValuePair<CelValue, CelValue> Entry(string key, CelValue value) => new(CelValue.Of(key), value);
}
