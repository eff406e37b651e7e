using PolicyEval.Language.Library;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Tests.Binding;

/// <summary>
/// Names as the language definition resolves them: the innermost namespace first, the longest name first, locals before
/// all others, and after a leading dot the root alone.
/// </summary>
public class NameResolutionTests
{
    private static readonly CelEnvironment Nested = CelEnvironment.Empty
        .WithLibraries(CelLibraries.All)
        .WithRecords(TestEnvironment.Row, new RecordSymbol("a.b.rec", new FieldSymbol("f", CelType.Int, 0)))
        .WithFunctions(Function("f"), Function("a.f"), Function("a.b.f"), Function("a.b.c.f"))
        .WithVariable("x", CelType.Int)
        .WithVariable("a.x", CelType.Uint)
        .WithVariable("a.b.x", CelType.String)
        .WithVariable("a.b", CelType.Map(CelType.String, CelType.Bytes))
        .WithVariable("y", CelType.Bool)
        .WithVariable("row", TestEnvironment.Row.Type);

    [Theory]
    [InlineData("", "x", "x~int")]
    [InlineData("a", "x", "a.x~uint")]
    [InlineData("a.b", "x", "a.b.x~string")]
    [InlineData("a.b.c", "x", "a.b.x~string")]
    [InlineData("a.b.c", ".x", "x~int")]
    [InlineData("a.b", ".a.x", "a.x~uint")]
    [InlineData("a.b.c", "y", "y~bool")]
    [InlineData("", "a.b.x", "a.b.x~string")]
    [InlineData("", "a.b.z", "a.b~map(string, bytes).z~bytes")]
    [InlineData("a", "b.z", "a.b~map(string, bytes).z~bytes")]
    [InlineData("a", "b.x", "a.b.x~string")]
    [InlineData("", "[true].map(a, a)", "Map(a@0, [true~bool]~list(bool), a~bool)~list(bool)")]
    [InlineData("", "[{'x': 1.5}].map(a, a.x)", "Map(a@0, [{\"x\"~string: 1.5~double}~map(string, double)]~list(map(string, double)), a~map(string, double).x~double)~list(double)")]
    [InlineData("", "[true].map(a, .a.x)", "Map(a@0, [true~bool]~list(bool), a.x~uint)~list(uint)")]
    [InlineData("a", "[true].map(x, x)", "Map(x@0, [true~bool]~list(bool), x~bool)~list(bool)")]
    [InlineData("a", "[true].map(x, [1].map(x, x))", "Map(x@0, [true~bool]~list(bool), Map(x@1, [1~int]~list(int), x~int)~list(int))~list(list(int))")]
    [InlineData("a.b", "f(1)", "a.b.f(1~int)~int^id_a.b.f")]
    [InlineData("a.b.c", "f(1)", "a.b.c.f(1~int)~int^id_a.b.c.f")]
    [InlineData("a.z", "f(1)", "a.f(1~int)~int^id_a.f")]
    [InlineData("a.b.c", ".f(1)", "f(1~int)~int^id_f")]
    [InlineData("a", "b.f(1)", "a.b.f(1~int)~int^id_a.b.f")]
    [InlineData("a", ".a.b.f(1)", "a.b.f(1~int)~int^id_a.b.f")]
    [InlineData("", "[1].map(a, .a.f(a))", "Map(a@0, [1~int]~list(int), a.f(a~int)~int^id_a.f)~list(int)")]
    [InlineData("", "a.b.rec", "a.b.rec~type(a.b.rec)")]
    [InlineData("a.b", "rec", "a.b.rec~type(a.b.rec)")]
    [InlineData("", "google.protobuf.Timestamp", "google.protobuf.Timestamp~type(timestamp)")]
    public void A_name_is_looked_up_in_its_container_and_outwards(string container, string text, string expected)
    {
        var environment = Nested.WithContainer(container);

        var compilation = CelCompiler.Compile(EmbeddedText.Whole(text), environment);

        Assert.Empty(compilation.Diagnostics);
        Assert.Equal(expected, BoundPrinter.Print(compilation.Bound.Root));
    }

    [Theory]
    [InlineData("[1].map(a, a.f(1))", "PE2019", 12, 18, "f", null)]
    [InlineData(".row.nme", "PE2003", 6, 9, "nme", "name")]
    [InlineData("z", "PE2002", 1, 2, "z", null)]
    [InlineData("a.x.y", "PE2008", 5, 6, "y", null)]
    [InlineData("a.c", "PE2002", 1, 4, "a.c", "a.x")]
    [InlineData("a.c.d.e", "PE2002", 1, 8, "a.c.d.e", null)]
    [InlineData("ab.x", "PE2002", 1, 3, "ab", "a.b")]
    [InlineData("region", "PE2002", 1, 7, "region", "row.region")]
    [InlineData("row.region.size", "PE2020", 12, 16, "size", "size()")]
    [InlineData("f == 1", "PE2020", 1, 2, "f", "f()")]
    [InlineData("f.g == 1", "PE2002", 1, 2, "f", null)]
    [InlineData("type(1) == itn", "PE2002", 12, 15, "itn", "int")]
    [InlineData("[1].all(element, elment > 0)", "PE2002", 18, 24, "elment", "element")]
    [InlineData("y == fasle", "PE2002", 6, 11, "fasle", "false")]
    [InlineData("y == ture", "PE2002", 6, 10, "ture", "true")]
    [InlineData("row.region == nil", "PE2002", 15, 18, "nil", null)]
    [InlineData("row.region == nul", "PE2002", 15, 18, "nul", "null")]
    [InlineData("rwo.name", "PE2002", 1, 4, "rwo", "row")]
    [InlineData("ro.name", "PE2002", 1, 3, "ro", "row")]
    [InlineData("now", "PE2002", 1, 4, "now", "row")]
    public void What_no_namespace_declares_is_reported_where_it_begins(
        string text, string id, int column, int end, string name, string? suggestion)
    {
        var diagnostic = Assert.Single(CelCompiler.Compile(EmbeddedText.Whole(text), Nested).Diagnostics);

        Assert.Equal(
            (id, column, end, name, suggestion),
            (diagnostic.Id, diagnostic.Location.Column, diagnostic.Location.EndColumn, diagnostic.Arguments[0],
                diagnostic.Suggestion));
    }

    [Theory]
    [InlineData("row.name.nothing(1)", "nothing", 10, 17, null)]
    [InlineData("math.graetest(1, 2)", "math.graetest", 1, 14, "math.greatest")]
    [InlineData("math.nothing_like_it(1)", "math.nothing_like_it", 1, 21, null)]
    [InlineData("cel.bnd(v, 1, v)", "cel.bnd", 1, 8, "cel.bind")]
    [InlineData("celbind(v, 1, v)", "celbind", 1, 8, "cel.bind")]
    [InlineData("a.b.g(1)", "a.b.g", 1, 6, "a.b.f")]
    [InlineData("hsa(row.region)", "hsa", 1, 4, "has")]
    [InlineData("not(y)", "not", 1, 4, "!")]
    [InlineData("y.not()", "not", 3, 6, null)]
    [InlineData("row.name.starts_With('a')", "starts_With", 10, 21, "startsWith")]
    [InlineData("[1].exsits(v, v > 0)", "exsits", 5, 11, "exists")]
    [InlineData("size_of(row.name)", "size_of", 1, 8, null)]
    [InlineData("startWith(row.name, 'a')", "startWith", 1, 10, null)]
    [InlineData("row.name.hsa(1)", "hsa", 10, 13, null)]
    public void A_function_that_is_not_there_is_reported_with_what_is_like_it(
        string text, string name, int column, int end, string? suggestion)
    {
        // a.b is a namespace here and no variable.
        var environment = CelEnvironment.Empty.WithLibraries(CelLibraries.All).WithRecords(TestEnvironment.Row)
            .WithFunctions(Function("a.b.f")).WithVariable("y", CelType.Bool)
            .WithVariable("row", TestEnvironment.Row.Type);

        var diagnostic = Assert.Single(CelCompiler.Compile(EmbeddedText.Whole(text), environment).Diagnostics);

        Assert.Equal(
            ("PE2004", column, end, name, suggestion),
            (diagnostic.Id, diagnostic.Location.Column, diagnostic.Location.EndColumn, diagnostic.Arguments[0],
                diagnostic.Suggestion));
    }

    private static FunctionSymbol Function(string name) =>
        new(name, [new OverloadSymbol($"id_{name}", false, [CelType.Int], CelType.Int)]);
}
