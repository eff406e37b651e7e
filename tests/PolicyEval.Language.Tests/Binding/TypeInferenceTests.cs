using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Tests.Binding;

/// <summary>Which type an expression has where types are mixed, open, dyn or nullable (gradual type checking).</summary>
public class TypeInferenceTests
{
    private static readonly CelType A = CelType.Parameter("A");
    private static readonly CelType B = CelType.Parameter("B");

    private static readonly CelEnvironment Environment = TestEnvironment.Instance
        .WithVariable("u", CelType.Uint)
        .WithVariable("x", CelType.Double)
        .WithVariable("bytes_", CelType.Bytes)
        .WithVariable("n", CelType.Null)
        .WithVariable("count_", CelType.Wrapper(CelType.Int))
        .WithVariable("box", CelType.Opaque("box", CelType.Int))
        .WithVariable("dynBox", CelType.Opaque("box", CelType.Dyn))
        .WithVariable("bag", CelType.Opaque("bag", CelType.Int))
        .WithVariable("tag", CelType.Opaque("tag"))
        .WithVariable("bareBox", CelType.Opaque("box"))
        .WithVariable("dynList", CelType.List(CelType.Dyn))
        .WithVariable("dynMap", CelType.Map(CelType.String, CelType.Dyn))
        .WithFunctions(
            Function("same", A, A, A),
            Function("pair", CelType.Map(A, B), A, B),
            Function("boxed", CelType.Opaque("box", A), A),
            Function("unboxed", A, CelType.Opaque("box", A)),
            Function("listed", CelType.List(A), CelType.List(A), CelType.List(A)),
            Function("keyed", A, CelType.Map(A, B), CelType.List(A)),
            Function("typed", A, CelType.TypeOf(A)),
            Function("number", CelType.Bool, CelType.Number),
            Function("null_", CelType.Bool, CelType.Null),
            Function("maybe", CelType.Bool, CelType.Wrapper(CelType.Int)));

    [Theory]
    [InlineData("[1, 2]", "list(int)")]
    [InlineData("[1, 2u]", "list(dyn)")]
    [InlineData("[1, 'a', 2]", "list(dyn)")]
    [InlineData("[1, d]", "list(dyn)")]
    [InlineData("[d, 1]", "list(dyn)")]
    [InlineData("[d, [1]]", "list(dyn)")]
    [InlineData("[[1], d]", "list(dyn)")]
    [InlineData("[d, row.region]", "list(dyn)")]
    [InlineData("[[d], [[1]]]", "list(list(dyn))")]
    [InlineData("[type(int), type]", "list(type(type))")]
    [InlineData("[type, type(int)]", "list(type(type(int)))")]
    [InlineData("cel.bind(v, optional.none().value(), [b ? v : v, v, 1])", "list(int)")]
    [InlineData("cel.bind(v, optional.none().value(), [v, b ? v : v, 1])", "list(int)")]
    [InlineData("[1, null]", "list(dyn)")]
    [InlineData("[null, 1]", "list(dyn)")]
    [InlineData("[null, null]", "list(null_type)")]
    [InlineData("[null, asOf]", "list(timestamp)")]
    [InlineData("[asOf, null]", "list(timestamp)")]
    [InlineData("[null, row]", "list(test.row)")]
    [InlineData("[row, null]", "list(test.row)")]
    [InlineData("[null, tag]", "list(tag)")]
    [InlineData("[null, duration('1s')]", "list(duration)")]
    [InlineData("[null, optional.of(1)]", "list(optional_type(int))")]
    [InlineData("[null, [1]]", "list(dyn)")]
    [InlineData("[null, {'a': 1}]", "list(dyn)")]
    [InlineData("[null, 'a']", "list(dyn)")]
    [InlineData("[row.region, null]", "list(wrapper(string))")]
    [InlineData("[null, row.region]", "list(wrapper(string))")]
    [InlineData("[row.region, 'a']", "list(wrapper(string))")]
    [InlineData("['a', row.region]", "list(wrapper(string))")]
    [InlineData("[row.region, asOf]", "list(dyn)")]
    [InlineData("[[1], []]", "list(list(int))")]
    [InlineData("[[], [1], [2]]", "list(list(int))")]
    [InlineData("[[], ['a'], [1]]", "list(dyn)")]
    [InlineData("[[1], ['a']]", "list(dyn)")]
    [InlineData("[[1], [d]]", "list(list(dyn))")]
    [InlineData("[[d], [1]]", "list(list(dyn))")]
    [InlineData("[[row.region], ['a']]", "list(list(wrapper(string)))")]
    [InlineData("[['a'], [row.region]]", "list(list(wrapper(string)))")]
    [InlineData("[{}, {'a': 1}]", "list(map(string, int))")]
    [InlineData("[{'a': 1}, {'b': d}]", "list(map(string, dyn))")]
    [InlineData("[{'a': 1}, {1: 1}]", "list(dyn)")]
    [InlineData("[int, string]", "list(type(int))")]
    [InlineData("[[], []]", "list(list(dyn))")]
    [InlineData("[optional.none(), optional.of(1)]", "list(optional_type(int))")]
    [InlineData("[optional.of(1), optional.none()]", "list(optional_type(int))")]
    [InlineData("[box, dynBox]", "list(box(dyn))")]
    [InlineData("[box, bag]", "list(dyn)")]
    [InlineData("[row, params]", "list(dyn)")]
    [InlineData("{'a': 1, 'b': 'c'}", "map(string, dyn)")]
    [InlineData("{'a': 1, 2: 3}", "map(dyn, int)")]
    [InlineData("{}", "map(dyn, dyn)")]
    [InlineData("{'a': []}", "map(string, list(dyn))")]
    [InlineData("{'a': [], 'b': [1]}", "map(string, list(int))")]
    [InlineData("{true: 1}", "map(bool, int)")]
    [InlineData("{1u: 1}", "map(uint, int)")]
    [InlineData("{d: 1}", "map(dyn, int)")]
    [InlineData("{row.region: 1}", "map(wrapper(string), int)")]
    [InlineData("{optional.none().value(): 1}", "map(dyn, int)")]
    public void Elements_have_one_type_or_are_dyn(string text, string type) =>
        Assert.Equal(type, Compile(text).ResultType.ToString());

    [Theory]
    [InlineData("b ? 1 : 2", "int")]
    [InlineData("b ? 1 : d", "dyn")]
    [InlineData("b ? d : 1", "dyn")]
    [InlineData("b ? null : asOf", "timestamp")]
    [InlineData("b ? asOf : null", "timestamp")]
    [InlineData("b ? row.region : 'a'", "wrapper(string)")]
    [InlineData("b ? 'a' : row.region", "wrapper(string)")]
    [InlineData("b ? [] : [1]", "list(int)")]
    [InlineData("b ? [1] : []", "list(int)")]
    [InlineData("b ? [] : []", "list(dyn)")]
    [InlineData("b ? [[]] : [['a']]", "list(list(string))")]
    [InlineData("b ? {} : {'a': [1]}", "map(string, list(int))")]
    [InlineData("cel.bind(e, b ? null : null, b ? e : optional.of(e))", "optional_type(null_type)")]
    [InlineData("cel.bind(e, b ? null : null, b ? optional.of(e) : e)", "optional_type(null_type)")]
    [InlineData("b ? optional.none() : optional.of('a')", "optional_type(string)")]
    public void Branches_have_one_type(string text, string type) =>
        Assert.Equal(type, Compile(text).ResultType.ToString());

    [Theory]
    [InlineData("same(1, 2)", "int")]
    [InlineData("same(1, d)", "dyn")]
    [InlineData("same(d, 1)", "dyn")]
    [InlineData("same([], [1])", "list(int)")]
    [InlineData("same([1], [])", "list(int)")]
    [InlineData("same(null, asOf)", "timestamp")]
    [InlineData("same(asOf, n)", "timestamp")]
    [InlineData("same(row.region, 'a')", "wrapper(string)")]
    [InlineData("same('a', row.region)", "wrapper(string)")]
    [InlineData("same([[]], [[1]])", "list(list(int))")]
    [InlineData("pair(1, 'a')", "map(int, string)")]
    [InlineData("pair([], {})", "map(list(dyn), map(dyn, dyn))")]
    [InlineData("boxed(1)", "box(int)")]
    [InlineData("boxed(boxed('a'))", "box(box(string))")]
    [InlineData("unboxed(box)", "int")]
    [InlineData("unboxed(dynBox)", "dyn")]
    [InlineData("unboxed(boxed([]))", "list(dyn)")]
    [InlineData("listed([], [1])", "list(int)")]
    [InlineData("listed([1], dynList)", "list(dyn)")]
    [InlineData("keyed({'a': 1}, [])", "string")]
    [InlineData("keyed({}, [1])", "int")]
    [InlineData("keyed(dynMap, ['a'])", "string")]
    [InlineData("number(1) && number(u) && number(x) && number(count_) && number(d)", "bool")]
    [InlineData("null_(null) && null_(n) && null_(asOf) && null_(row) && null_(count_) && null_(d)", "bool")]
    [InlineData("maybe(1) && maybe(null) && maybe(count_) && maybe(d)", "bool")]
    [InlineData("[1, 2].map(e, [e])", "list(list(int))")]
    [InlineData("[].map(e, e)", "list(dyn)")]
    [InlineData("[].filter(e, e)", "list(bool)")]
    [InlineData("[].map(e, e + 1)", "list(int)")]
    [InlineData("[[]].map(e, e.map(f, f))", "list(list(dyn))")]
    [InlineData("[].map(e, e.a)", "list(dyn)")]
    [InlineData("optional.none().value().a", "dyn")]
    [InlineData("optional.none().value().map(e, e)", "list(dyn)")]
    [InlineData("optional.none().optMap(e, e)", "optional_type(dyn)")]
    [InlineData("optional.none().orValue(1)", "int")]
    [InlineData("cel.bind(e, [], e + [1])", "list(int)")]
    [InlineData("cel.bind(e, [], b ? e : e + [1])", "list(int)")]
    [InlineData("cel.bind(e, [], [pair(e, 1), pair([1], 'a')] == [] ? e : e)", "list(dyn)")]
    [InlineData("cel.bind(e, [], [pair([1], 1), pair(e, 'a')] == [] ? e : e)", "list(dyn)")]
    [InlineData("cel.bind(e, optional.none().value(), e.all(f, f) ? e : 1)", "dyn")]
    [InlineData("cel.bind(e, optional.none().value(), e.f ? e : 1)", "dyn")]
    [InlineData("{}.transformMapEntry(k, v, {k: v})", "map(dyn, dyn)")]
    [InlineData("[1].transformMapEntry(i, e, d)", "map(dyn, dyn)")]
    [InlineData("[1].transformMapEntry(i, e, {'a': e})", "map(string, int)")]
    [InlineData("m.transformList(k, v, v > 1, k)", "list(string)")]
    [InlineData("row.?region.optMap(r, r)", "optional_type(string)")]
    [InlineData("type(row.region)", "type(wrapper(string))")]
    [InlineData("d + 1", "int")]
    [InlineData("d + d", "dyn")]
    [InlineData("d == 1", "bool")]
    [InlineData("d[0]", "dyn")]
    [InlineData("math.greatest(1, 2)", "int")]
    [InlineData("math.greatest(1, 2u)", "dyn")]
    [InlineData("math.greatest(1, d)", "dyn")]
    public void A_call_has_the_type_that_follows_from_its_arguments(string text, string type) =>
        Assert.Equal(type, Compile(text).ResultType.ToString());

    [Theory]
    [InlineData("same(1, 'a')", "int, string")]
    [InlineData("same([1], ['a'])", "list(int), list(string)")]
    [InlineData("same(row.region, asOf)", "string or null, timestamp")]
    [InlineData("same(null, 1)", "null_type, int")]
    [InlineData("unboxed(bag)", "bag(int)")]
    [InlineData("unboxed(tag)", "tag")]
    [InlineData("listed([1], ['a'])", "list(int), list(string)")]
    [InlineData("listed([1], {})", "list(int), map(dyn, dyn)")]
    [InlineData("keyed({'a': 1}, [1])", "map(string, int), list(int)")]
    [InlineData("keyed({1: 'a'}, ['a'])", "map(int, string), list(string)")]
    [InlineData("number('1')", "string")]
    [InlineData("number(row.region)", "string or null")]
    [InlineData("null_(1)", "int")]
    [InlineData("null_('a')", "string")]
    [InlineData("null_([1])", "list(int)")]
    [InlineData("null_(m)", "map(string, int)")]
    [InlineData("null_(int)", "type(int)")]
    [InlineData("null_(b)", "bool")]
    [InlineData("maybe(1u)", "uint")]
    [InlineData("maybe(row.region)", "string or null")]
    [InlineData("typed(1)", "int")]
    [InlineData("row == params", "test.row, test.params")]
    [InlineData("box == bag", "box(int), bag(int)")]
    [InlineData("box == tag", "box(int), tag")]
    [InlineData("box == bareBox", "box(int), box")]
    [InlineData("bareBox == box", "box, box(int)")]
    [InlineData("cel.bind(e, [], e == [e])", "list(dyn), list(list(dyn))")]
    [InlineData("cel.bind(e, [], [e] == e)", "list(list(dyn)), list(dyn)")]
    [InlineData("cel.bind(e, optional.none().value(), e == [[e]])", "dyn, list(list(dyn))")]
    [InlineData("m == {1: 2}", "map(string, int), map(int, int)")]
    [InlineData("m == {'a': 'b'}", "map(string, int), map(string, string)")]
    [InlineData("[1] == ['a']", "list(int), list(string)")]
    [InlineData("[m] == [[1]]", "list(map(string, int)), list(list(int))")]
    [InlineData("optional.of(1) == optional.of('a')", "optional_type(int), optional_type(string)")]
    [InlineData("int == 1", "type(int), int")]
    [InlineData("'a' in [1]", "string, list(int)")]
    [InlineData("1 in m", "int, map(string, int)")]
    public void What_cannot_be_of_one_type_is_refused(string text, string types)
    {
        var diagnostic = Assert.Single(
            CelCompiler.Compile(EmbeddedText.Whole(text), Environment).Diagnostics);

        Assert.Equal("PE2005", diagnostic.Id);
        Assert.Equal(types, diagnostic.Arguments[1]);
    }

    /// <summary>A type that stands for itself inside another one would have no end.</summary>
    [Theory]
    [InlineData("cel.bind(e, b ? nobody : nobody, b ? e : [e])")]
    [InlineData("cel.bind(e, b ? nobody : nobody, b ? [e] : e)")]
    [InlineData("cel.bind(e, b ? nobody : nobody, [[e], e] == [e])")]
    [InlineData("cel.bind(e, b ? nobody : nobody, {1: e} == e)")]
    [InlineData("cel.bind(e, b ? nobody : nobody, same(e, [e]))")]
    [InlineData("cel.bind(e, b ? nobody : nobody, cel.bind(f, b ? e : e, b ? [f] : e))")]
    [InlineData("cel.bind(e, b ? nobody : nobody, cel.bind(f, b ? e : e, b ? [e] : f))")]
    [InlineData("cel.bind(e, b ? nobody : nobody, cel.bind(f, b ? e : e, b ? f : [[f], [e]]))")]
    public void A_type_is_no_part_of_itself(string text) => Assert.Equal(
        ["PE2002", "PE2002"],
        CelCompiler.Compile(EmbeddedText.Whole(text), Environment).Diagnostics.Select(d => d.Id));

    [Theory]
    [InlineData("{1.5: 2}", "double")]
    [InlineData("{null: 2}", "null_type")]
    [InlineData("{asOf: 2}", "timestamp")]
    [InlineData("{asOf - asOf: 2}", "duration")]
    [InlineData("{[1]: 2}", "list(int)")]
    [InlineData("{m: 2}", "map(string, int)")]
    [InlineData("{b'a': 2}", "bytes")]
    [InlineData("{int: 2}", "type(int)")]
    [InlineData("{row: 2}", "test.row")]
    [InlineData("{optional.of(1): 2}", "optional_type(int)")]
    public void A_key_is_a_bool_a_number_without_fraction_or_a_string(string text, string type)
    {
        var diagnostic = Assert.Single(
            CelCompiler.Compile(EmbeddedText.Whole(text), Environment).Diagnostics);

        Assert.Equal(("PE2015", $"a map cannot have a key of type {type}"), (diagnostic.Id, diagnostic.Message));
    }

    [Theory]
    [InlineData("[[1]].sortBy(e, e)", "list(int)")]
    [InlineData("[1].sortBy(e, null)", "null_type")]
    [InlineData("[1].sortBy(e, m)", "map(string, int)")]
    [InlineData("[1].sortBy(e, int)", "type(int)")]
    [InlineData("[1].sortBy(e, optional.of(e))", "optional_type(int)")]
    [InlineData("[1].sortBy(e, box)", "box(int)")]
    [InlineData("rows.sortBy(e, e)", "test.row")]
    public void What_has_no_order_is_no_key_to_sort_by(string text, string type)
    {
        var diagnostic = Assert.Single(
            CelCompiler.Compile(EmbeddedText.Whole(text), Environment).Diagnostics);

        Assert.Equal(("PE2005", $"'sortBy' cannot be applied to ({type})"), (diagnostic.Id, diagnostic.Message));
        Assert.Equal(text.LastIndexOf(", ", StringComparison.Ordinal) + 3, diagnostic.Location.Column);
    }

    [Theory]
    [InlineData("rows.sortBy(e, e.name)", "list(test.row)")]
    [InlineData("rows.sortBy(e, e.last_used)", "list(test.row)")]
    [InlineData("[1].sortBy(e, d)", "list(int)")]
    [InlineData("d.sortBy(e, e)", "list(dyn)")]
    [InlineData("[].sortBy(e, e)", "list(dyn)")]
    [InlineData("m.sortBy(k, k)", "list(string)")]
    public void What_is_sorted_keeps_its_type(string text, string type) =>
        Assert.Equal(type, Compile(text).ResultType.ToString());

    private static CelCompilation Compile(string text)
    {
        var compilation = CelCompiler.Compile(EmbeddedText.Whole(text), Environment);
        Assert.Empty(compilation.Diagnostics);
        return compilation;
    }

    private static FunctionSymbol Function(string name, CelType result, params CelType[] parameters) =>
        new(name, [new OverloadSymbol(name, false, [.. parameters], result)]);
}
