using PolicyEval.Language.Text;
using PolicyEval.Language.Types;
using PolicyEval.Testing;

namespace PolicyEval.Language.Tests.Binding;

/// <summary>
/// What is said of the meaning of a text that is no CEL: names before the mistake are what their author wrote; all else
/// may follow from it.
/// </summary>
public class SyntaxMistakeTests
{
    [Theory]
    [InlineData("{|PE2002:rwo|}.active && (b{|PE1007:|}")]
    [InlineData("row.{|PE2003:actve|} && (b{|PE1007:|}")]
    [InlineData("{|PE2004:sice|}(s) == 1 && (b{|PE1007:|}")]
    [InlineData("{|PE2002:nobody|}+{|PE1006:)|}")]
    [InlineData("nobody{|PE1006:)|}")]
    [InlineData("i + s == '' && (b{|PE1007:|}")]
    [InlineData("i && (b{|PE1007:|}")]
    [InlineData("(b{|PE1007:|} rwo.active")]
    [InlineData("{|PE1008:import|} == 1")]
    [InlineData("{|PE1008:import|}(1) == 1")]
    [InlineData("s.{|PE1007:|}")]
    [InlineData("s.{|PE1007:|}(1)")]
    public void Only_names_before_the_mistake_are_looked_at(string marked)
    {
        var text = MarkedText.Parse(marked);

        Assert.Equal(
            text.Spans.Select(s => $"{s.Name}@{s.Start + 1}"),
            Compile(text.Text).Diagnostics.OrderBy(d => d.Location.Column).Select(d => $"{d.Id}@{d.Location.Column}"));
    }

    [Theory]
    [InlineData("i + ")]
    [InlineData("(i + 1")]
    public void A_text_with_a_mistake_has_no_type(string text) =>
        Assert.Equal(CelType.Error, Compile(text).ResultType);

    private static CelCompilation Compile(string text) =>
        CelCompiler.Compile(EmbeddedText.Whole(text), TestEnvironment.Instance);
}
