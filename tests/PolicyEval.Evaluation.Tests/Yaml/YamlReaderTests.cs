using PolicyEval.Evaluation.Yaml;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Tests.Yaml;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("? [a, b]\n: c", "a list")]
    [InlineData("? { a: b }\n: c", "a mapping")]
    public void A_key_that_is_no_text_is_a_diagnostic_at_the_key(string yaml, string shape)
    {
        var diagnostic = Assert.Single(Read("x: y\n" + yaml).Diagnostics);
        Assert.Equal(("PE3009", 2, 3), (diagnostic.Id, diagnostic.Location.Line, diagnostic.Location.Column));
        Assert.Equal([shape], diagnostic.Arguments.ToArray());
    }

    /// <summary>Of few keys a list is searched, of more a table.</summary>
    [Theory]
    [InlineData(2, 0)]
    [InlineData(16, 0)]
    [InlineData(16, 15)]
    [InlineData(17, 16)]
    [InlineData(40, 3)]
    [InlineData(40, 30)]
    public void A_key_that_is_there_already_is_a_diagnostic_that_cites_it(int keys, int again)
    {
        var lines = Enumerable.Range(0, keys).Select(i => $"k{i}: {i}\n");
        var (roots, diagnostics) = Read(string.Concat([.. lines, $"k{again}: x\n", "last: y\n"]));

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("PE3008", keys + 1, 1), (diagnostic.Id, diagnostic.Location.Line, diagnostic.Location.Column));
        Assert.Equal([$"k{again}", $"{again + 1}"], diagnostic.Arguments.ToArray());
        var read = Assert.IsType<YamlMapping>(Assert.Single(roots)).Entries;
        Assert.Equal(keys + 1, read.Length);
        Assert.Equal($"{again}", Assert.IsType<YamlScalar>(read[again].Value).Value);
    }

    [Fact]
    public void As_many_values_as_the_limit_allows_are_read_and_one_more_is_a_diagnostic_at_its_place()
    {
        // The list is a value itself.
        var items = Enumerable.Repeat("- a\n", YamlLimits.NodesMax - 1).ToArray();
        var (roots, none) = Read(string.Concat(items));
        Assert.Single(roots);
        Assert.Empty(none);

        var diagnostic = Assert.Single(Read(string.Concat([.. items, "- b\n"])).Diagnostics);
        Assert.Equal(
            ("PE3006", YamlLimits.NodesMax, 3),
            (diagnostic.Id, diagnostic.Location.Line, diagnostic.Location.Column));
        Assert.Equal(["10000"], diagnostic.Arguments.ToArray());
    }

    private static (IReadOnlyList<YamlNode> Roots, DiagnosticBag Diagnostics) Read(string yaml)
    {
        var diagnostics = new DiagnosticBag();
        return (YamlReader.Read(SourceText.From(yaml, "p.yaml"), diagnostics), diagnostics);
    }
}
