using PolicyEval.Language.Library;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Tests.Binding;

/// <summary>What a diagnostic says that the author may have meant: the text to put in the place that is marked.</summary>
public class SuggestionTests
{
    private static readonly CelEnvironment Environment = TestEnvironment.Instance
        .WithVariable("u", CelType.Uint).WithVariable("x", CelType.Double).WithVariable("span", CelType.Duration)
        .WithVariable("name_", CelType.String)
        .WithFunctions(
            Function("half", true, CelType.Int),
            Function("yesOrNo", true, CelType.Bool),
            Function("lengths", true, CelType.String),
            Function("both", false, CelType.Int, CelType.String));

    [Theory]
    [InlineData("row.last_used < '2024-01-01T00:00:00Z'", "row.last_used < timestamp('2024-01-01T00:00:00Z')")]
    [InlineData("'2024-01-01T00:00:00Z' < asOf", "timestamp('2024-01-01T00:00:00Z') < asOf")]
    [InlineData("asOf + '1h'", "asOf + duration('1h')")]
    [InlineData("asOf - '1h'", "asOf - duration('1h')")]
    [InlineData("'1h' + asOf", "'1h' + string(asOf)")]
    [InlineData("asOf + s", "asOf + duration(s)")]
    [InlineData("asOf - s", "asOf - timestamp(s)")]
    [InlineData("asOf - '2024-01-01T00:00:00Z'", "asOf - timestamp('2024-01-01T00:00:00Z')")]
    [InlineData("span > s", "span > duration(s)")]
    [InlineData("span > '1h'", "span > duration('1h')")]
    [InlineData("span - '1h'", "span - duration('1h')")]
    [InlineData("b == 'false'", "b == false")]
    [InlineData("'true' == b", "true == b")]
    [InlineData("i > '-5'", "i > -5")]
    [InlineData("i + 1u", "i + 1")]
    [InlineData("0x1FU + i", "0x1F + i")]
    [InlineData("i + u", "i + int(u)")]
    [InlineData("u < i", "int(u) < i")]
    [InlineData("x * 2", "x * 2.0")]
    [InlineData("2 > x", "2.0 > x")]
    [InlineData("x / i", "x / double(i)")]
    [InlineData("i - x", "double(i) - x")]
    [InlineData("s + i", "s + string(i)")]
    [InlineData("x + s", "string(x) + s")]
    [InlineData("s + row.count", "s + string(row.count)")]
    [InlineData("s + asOf", "s + string(asOf)")]
    [InlineData("(x + x) * i", "(x + x) * double(i)")]
    [InlineData("x * (i + i)", "x * (double(i + i))")]
    [InlineData("(b ? i : 1) + u", "(b ? i : 1) + int(u)")]
    [InlineData("i  +\n u", "i  +\n int(u)")]
    public void An_operand_of_the_wrong_type_is_converted_as_is_usual(string text, string suggestion)
    {
        var diagnostic = CelCompiler.Compile(EmbeddedText.Whole(text), Environment).Diagnostics[0];

        Assert.Equal(("PE2005", suggestion), (diagnostic.Id, diagnostic.Suggestion));
        Assert.Empty(CelCompiler.Compile(EmbeddedText.Whole(suggestion), Environment).Diagnostics);
    }

    [Theory]
    [InlineData("b == 'yes'")]
    [InlineData("b == 'True'")]
    [InlineData("b == s")]
    [InlineData("i == s")]
    [InlineData("i == '5x'")]
    [InlineData("i == ' 5'")]
    [InlineData("i == '1,000'")]
    [InlineData("i == '99999999999999999999'")]
    [InlineData("s == 5")]
    [InlineData("s + [i]")]
    [InlineData("s + m")]
    [InlineData("s + row")]
    [InlineData("s + null")]
    [InlineData("s - i")]
    [InlineData("asOf * '1h'")]
    [InlineData("b - 'true'")]
    [InlineData("s.contains(i)")]
    [InlineData("i.getHours('UTC')")]
    [InlineData("s in s")]
    [InlineData("-s")]
    [InlineData("m == i")]
    public void Where_no_conversion_makes_it_right_none_is_suggested(string text)
    {
        var diagnostic = Assert.Single(CelCompiler.Compile(EmbeddedText.Whole(text), Environment).Diagnostics);

        Assert.Null(diagnostic.Suggestion);
    }

    [Theory]
    [InlineData("startsWith(s, 'a')", "s.startsWith('a')")]
    [InlineData("startsWith('a b', 'a')", "'a b'.startsWith('a')")]
    [InlineData("startsWith(s+s, 'a')", "(s+s).startsWith('a')")]
    [InlineData("startsWith(b ? s : s, 'a')", "(b ? s : s).startsWith('a')")]
    [InlineData("startsWith(['a'][0], s + s)", "['a'][0].startsWith(s + s)")]
    [InlineData("startsWith(string(i), 'a')", "string(i).startsWith('a')")]
    [InlineData("half(-i)", "(-i).half()")]
    [InlineData("half(-1)", "-1.half()")]
    [InlineData("getHours(asOf, 'UTC')", "asOf.getHours('UTC')")]
    [InlineData("replace(s, 'a', 'b')", "s.replace('a', 'b')")]
    [InlineData("yesOrNo(s in ['a'])", "(s in ['a']).yesOrNo()")]
    [InlineData("yesOrNo(m['a'] == 1)", "(m['a'] == 1).yesOrNo()")]
    [InlineData("i.both('a')", "both(i, 'a')")]
    [InlineData("i.string()", "string(i)")]
    [InlineData("(i + 1).string()", "string(i + 1)")]
    public void A_call_in_the_other_style_is_rewritten(string text, string suggestion)
    {
        var diagnostic = Assert.Single(CelCompiler.Compile(EmbeddedText.Whole(text), Environment).Diagnostics);

        Assert.Equal(("PE2019", suggestion), (diagnostic.Id, diagnostic.Suggestion));
        Assert.Empty(CelCompiler.Compile(EmbeddedText.Whole(suggestion), Environment).Diagnostics);
    }

    [Theory]
    [InlineData("row['region']", "row.region")]
    [InlineData("rows[0]['region']", "rows[0].region")]
    [InlineData("(b ? row : row)['region']", "(b ? row : row).region")]
    [InlineData("row['nothing']", null)]
    [InlineData("row[s]", null)]
    [InlineData("row[0]", null)]
    public void A_field_in_brackets_is_read_with_a_dot(string text, string? suggestion)
    {
        var diagnostic = Assert.Single(CelCompiler.Compile(EmbeddedText.Whole(text), Environment).Diagnostics);

        Assert.Equal(("PE2021", suggestion), (diagnostic.Id, diagnostic.Suggestion));
        Assert.Equal(
            "a value of type test.row has fields, which are read with a dot, not with [ ]", diagnostic.Message);
        if (suggestion is not null)
            Assert.Empty(CelCompiler.Compile(EmbeddedText.Whole(suggestion), Environment).Diagnostics);
    }

    [Theory]
    [InlineData("!s == 'a'", "!(s == 'a')", "'!' applies to s alone, whose type is string")]
    [InlineData("!(s) == 'a'", "!((s) == 'a')", "'!' applies to (s) alone, whose type is string")]
    [InlineData("!(s + 'x') in ['a']", "!((s + 'x') in ['a'])", "'!' applies to (s + 'x') alone, whose type is string")]
    [InlineData("!i > (i + 1)", "!(i > (i + 1))", "'!' applies to i alone, whose type is int")]
    public void A_negation_is_meant_for_the_whole_comparison(string text, string suggestion, string message)
    {
        var diagnostic = Assert.Single(CelCompiler.Compile(EmbeddedText.Whole(text), Environment).Diagnostics);

        Assert.Equal(("PE2022", suggestion, message), (diagnostic.Id, diagnostic.Suggestion, diagnostic.Message));
        Assert.Empty(CelCompiler.Compile(EmbeddedText.Whole(suggestion), Environment).Diagnostics);
    }

    /// <summary>What CEL calls so, or the field of that name, is likelier than a name that is spelt alike.</summary>
    [Theory]
    [InlineData("s.length()", "size")]
    [InlineData("name", "row.name")]
    public void What_is_meant_comes_before_what_is_spelt_alike(string text, string suggestion)
    {
        var diagnostic = Assert.Single(CelCompiler.Compile(EmbeddedText.Whole(text), Environment).Diagnostics);

        Assert.Equal(suggestion, diagnostic.Suggestion);
    }

    [Theory]
    [InlineData("time - time > 90")]
    [InlineData("s.toLower()")]
    [InlineData("now()")]
    [InlineData("ghost.x")]
    public void What_the_environment_has_not_is_not_suggested(string text)
    {
        var bare = CelEnvironment.Empty.WithLibraries(StandardLibrary.Instance)
            .WithVariable("time", CelType.Timestamp)
            .WithVariable("s", CelType.String)
            .WithVariable("ghost", CelType.Record("ghost"));

        var diagnostic = Assert.Single(CelCompiler.Compile(EmbeddedText.Whole(text), bare).Diagnostics);

        Assert.Null(diagnostic.Suggestion);
    }

    [Theory]
    [InlineData("!b == b")]
    [InlineData("!d == b")]
    [InlineData("!b in [true]")]
    public void A_negation_of_what_is_a_bool_stays(string text) =>
        Assert.Empty(CelCompiler.Compile(EmbeddedText.Whole(text), Environment).Diagnostics);

    private static FunctionSymbol Function(string name, bool isMethod, params CelType[] parameters) =>
        new(name, [new OverloadSymbol(name, isMethod, [.. parameters], parameters[0])]);
}
