using System.Collections.Concurrent;
using CsCheck;
using PolicyEval.Evaluation.Yaml;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Tests.Yaml;

public sealed class YamlScalarMapTests
{
    [Theory]
    [InlineData("k: abc", "abc", "3 4 5 6")]
    [InlineData("k: 'a''b'", "a'b", "4 5 7 8")]
    [InlineData("k: \"a\\u0041\\tz\"", "aA\tz", "4 5 11 13 14")]
    [InlineData("k: \"a\\U0001F600z\"", "a\U0001F600z", "4 5 5 15 16")]
    [InlineData("k: a\n  b", "a b", "3 4 7 8")]
    [InlineData("k: 'a \r\n\r\n  b'", "a\nb", "4 8 12 13")]
    [InlineData("k: \"a \\\n  b\"", "a b", "4 5 10 11")]
    [InlineData("k: |\n  ab\n   c\n\n  d\n", "ab\n c\n\nd\n", "7 8 9 12 13 14 15 18 19 19")]
    [InlineData("k: |2\n    a\n", "  a\n", "8 9 10 11 11")]
    [InlineData("k: >-\r\n  a\r\n  b\r\n\r\n  c\r\n", "a b\nc", "9 10 14 17 21 22")]
    [InlineData("k: >+ # why\n  a\n\n", "a\n\n", "14 15 16 15")]
    public void Every_unit_has_its_offset(string yaml, string value, string offsets)
    {
        var (_, scalar, text) = Read(yaml);
        Assert.Equal(value, scalar.Value);
        var embedded = scalar.ToEmbedded(text);
        var actual = Enumerable.Range(0, value.Length).Select(i => embedded.ToOuter(new TextSpan(i, 0)).Start)
            .Append(embedded.ToOuter(new TextSpan(value.Length, 0)).Start);
        Assert.Equal(offsets, string.Join(' ', actual));
    }

    [Fact]
    public void Cooking_again_gives_the_value_of_the_parser_in_all_five_styles()
    {
        var styles = new ConcurrentDictionary<YamlStyle, int>();
        // A failure prints the seed that repeats it.
        Sample.Sample(
            yaml =>
            {
                var text = SourceText.From(yaml, "p.yaml");
                foreach (var scalar in YamlReader.Read(text, []).SelectMany(Scalars))
                {
                    styles.AddOrUpdate(scalar.Style, 1, (_, count) => count + 1);
                    Assert.Equal(scalar.Value, YamlScalarMap.Cook(text, scalar).Text);
                }
            },
            iter: 20_000, print: yaml => yaml.Replace("\r", "\\r").Replace("\n", "\\n\n"));
        Assert.Equal(5, styles.Count);
        Assert.All(styles.Values, count => Assert.True(count > 500, string.Join(", ", styles)));
    }

    private static readonly Gen<string> Break = Any("\n", "\r\n");

    private static readonly Gen<string> Word =
        Any("a", "b c", "x", "'' ", "é", "😀", " ", "\t", "z:", "q#", "-", "&&", "||", "  ", "");

    private static readonly Gen<string> Escape =
        Any("\\n",
            "\\\"", "\\\\", "\\t", "\\x41", "\\u00e9", "\\U0001F600", "\\\n  ", "\\\r\n", "\\_", "\\ ", "\\e", "\\/");

    private static readonly Gen<string> Plain =
        Gen.Select(Any("a", "é", "(x"), Lines(Word)).Select((first, rest) => first + rest);

    private static readonly Gen<string> Single = Lines(Word).Select(s => $"'{s}'");

    private static readonly Gen<string> Double = Lines(Gen.OneOf(Word, Escape)).Select(s => $"\"{s}\"");

    private static readonly Gen<string> Block =
        from indicator in Any("|", ">")
        from header in Any("", "-", "+", "2", "2-", "+2", " # why", "- # why")
        from content in Lines(Word)
        from first in Break
        select indicator + header + first + content;

    private static readonly Gen<string> Sample =
        from scalar in Gen.OneOf(Plain, Single, Double, Block)
        from end in Break
        from next in Any("", "l: 1", "# c")
        select "k: " + scalar + end + next;

    private static Gen<string> Any(params string[] options) => Gen.Int[0, options.Length - 1].Select(i => options[i]);

    private static Gen<string> Lines(Gen<string> word) =>
        from words in word.Array[0, 4].Array[1, 5]
        from ends in Break.Array[words.Length]
        from indents in Any("  ", "  ", "  ", "    ", "", " ", "  \t").Array[words.Length]
        select string.Concat(words.Select((w, i) => (i == 0 ? "  " : ends[i] + indents[i]) + string.Concat(w)));

    private static IEnumerable<YamlScalar> Scalars(YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence sequence => sequence.Items.SelectMany(Scalars),
        YamlMapping mapping => mapping.Entries.SelectMany(e => Scalars(e.Key).Concat(Scalars(e.Value))),
        _ => throw new System.Diagnostics.UnreachableException(node.GetType().Name),
    };

    private static (DiagnosticBag Diagnostics, YamlScalar Scalar, SourceText Text) Read(string yaml)
    {
        var diagnostics = new DiagnosticBag();
        var text = SourceText.From(yaml, "p.yaml");
        var mapping = Assert.IsType<YamlMapping>(Assert.Single(YamlReader.Read(text, diagnostics)));
        return (diagnostics, Assert.IsType<YamlScalar>(mapping.Entries[0].Value), text);
    }
}
