using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Tests.Binding;

/// <summary>The whole message of a mistake, with the way out that it names.</summary>
public class MessageTests
{
    private static readonly CelType Int = CelType.Int;
    private static readonly CelType Text = CelType.String;

    private static readonly CelEnvironment Functions = TestEnvironment.Instance.WithFunctions(
        Function("one", [Int]),
        Function("maybe", [CelType.Wrapper(Int)]),
        Function("turned", [Int, Text], [Text, Int]),
        Function("alike", [Int, Int], [Text, Text], [CelType.Bool, CelType.Bool]),
        Function("triple", [Int, Int, Int], [Text, Text, Text]),
        Function("grown", [Int], [Int, Int]),
        Function("wide", [Int], [CelType.Uint], [Text], [CelType.Bytes]),
        new FunctionSymbol("either", [Overload("f", false, Int), Overload("m", true, Text)]));

    [Theory]
    [InlineData("one('a')", "'one' cannot be applied to (string); it takes (int)")]
    [InlineData("maybe('a')", "'maybe' cannot be applied to (string); it takes (int or null)")]
    [InlineData("turned(1, 1)", "'turned' cannot be applied to (int, int); it takes (int, string) or (string, int)")]
    [InlineData("alike(1, 'a')", "'alike' cannot be applied to (int, string); it takes (int, int) or (string, string)")]
    [InlineData("alike(1.5, 1.5)",
        "'alike' cannot be applied to (double, double); it takes (int, int) or (string, string) or (bool, bool)")]
    [InlineData("triple(1, 1, 'a')", "'triple' cannot be applied to (int, int, string); it takes (int, int, int)")]
    [InlineData("grown(1, 'a')", "'grown' cannot be applied to (int, string); it takes (int, int)")]
    [InlineData("grown('a', 'b')", "'grown' cannot be applied to (string, string); it takes (int, int)")]
    [InlineData("grown(1, 2, 3)", "'grown' cannot be applied to (int, int, int); it takes (int) or (int, int)")]
    [InlineData("wide(1.5)", "'wide' cannot be applied to (double); it takes (int) or (uint) or (string) and more")]
    [InlineData("either(1.5)", "'either' cannot be applied to (double); it takes (int)")]
    [InlineData("1.5.either()", "'either' cannot be applied to (double); it takes (string)")]
    [InlineData("startsWith()", "'startsWith' cannot be applied to ()")]
    [InlineData("i == s", "'==' cannot be applied to (int, string); both sides need one type")]
    [InlineData("i != s", "'!=' cannot be applied to (int, string); both sides need one type")]
    [InlineData("row.last_used + m",
        "'+' cannot be applied to (timestamp or null, map(string, int)); it takes (timestamp, duration)")]
    [InlineData("startsWith(s, 'a')", "'startsWith' is called as a method, after a dot: x.startsWith(…)")]
    [InlineData("i.string()", "'string' is called as a function: string(x)")]
    public void A_call_that_fits_nothing_says_what_would(string text, string message) =>
        Assert.Equal(message, MessageOf(text, Functions));

    [Theory]
    [InlineData("nothing_like_it", "'nothing_like_it' is not declared here; declared: x, com.y")]
    [InlineData("[1].map(e, nothing_like_it)", "'nothing_like_it' is not declared here; declared: e, x, com.y")]
    [InlineData("[1].map(x, nothing_like_it)", "'nothing_like_it' is not declared here; declared: x, com.y")]
    [InlineData("ture", "'ture' is not declared here")]
    public void A_name_that_is_like_none_is_told_with_those_that_are_declared(string text, string message) =>
        Assert.Equal(message, MessageOf(text, CelEnvironment.Empty.WithVariable("x", Int).WithVariable("com.y", Int)));

    [Fact]
    public void Up_to_ten_names_are_told()
    {
        Assert.Equal(
            "'nothing_like_it' is not declared here; declared: row, params, asOf, i, s, b, d, m, rows, com.acme.x",
            MessageOf("nothing_like_it", TestEnvironment.Instance));
        Assert.Equal(
            "'nothing_like_it' is not declared here",
            MessageOf("[1].map(e, nothing_like_it)", TestEnvironment.Instance));
        Assert.Equal("'x' is not declared here", MessageOf("x", CelEnvironment.Empty));
    }

    [Theory]
    [InlineData("1 + 2", "+")]
    [InlineData("1 >= 2", ">=")]
    [InlineData("-(1)", "-")]
    [InlineData("1 in 2", "in")]
    [InlineData("[1][0]", "[]")]
    [InlineData("[1][?0]", "[?]")]
    public void An_operator_that_the_environment_has_not_is_told_as_it_is_written(string text, string name) =>
        Assert.Equal($"there is no function '{name}'", MessageOf(text, CelEnvironment.Empty));

    private static string MessageOf(string text, CelEnvironment environment) =>
        Assert.Single(CelCompiler.Compile(EmbeddedText.Whole(text), environment).Diagnostics).Message;

    private static FunctionSymbol Function(string name, params CelType[][] signatures) =>
        new(name, [.. signatures.Select((parameters, i) => Overload($"{name}_{i}", false, parameters))]);

    private static OverloadSymbol Overload(string id, bool isMethod, params CelType[] parameters) =>
        new(id, isMethod, [.. parameters], CelType.Bool);
}
