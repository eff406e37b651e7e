using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Tests.Words;

public sealed class ProseTests
{
    [Theory]
    [InlineData("aa bb\ncc", "aa bb cc")]
    [InlineData("aa bb cc dd ee", "aa bb cc dd|ee")]
    [InlineData("aa\n\nbb", "aa||bb")]
    [InlineData("  1. aa bb cc\n     dd\n  2. ee", "  1. aa bb|     cc dd|  2. ee")]
    [InlineData("* aa\n* bb\ncc", "* aa|* bb|cc")]
    [InlineData("aa:\n  command that is long \\\n    more\nbb", "aa:|  command that is long \\|    more|bb")]
    public void Paragraphs_are_filled_and_commands_kept(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Prose.Fill(text.Split('\n'), 12)));
}
