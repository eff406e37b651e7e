using PolicyEval.Cli.Diagnostics;

namespace PolicyEval.Cli.Tests.Diagnostics;

public sealed class SpellingTests
{
    private static readonly string[] Names = ["--format", "--framework", "--fail-on", "1.4", "1.14"];

    [Theory]
    [InlineData("--frmat", "--format")]
    [InlineData("--fromat", "--format")]
    [InlineData("--FORMAT", "--format")]
    [InlineData("--frameworks", "--framework")]
    [InlineData("1.41", "1.4")]
    public void A_near_name_is_found(string written, string expected) =>
        Assert.Equal(expected, Spelling.Nearest(written, Names));

    [Theory]
    [InlineData("")]
    [InlineData("zzzzzzzz")]
    public void Nothing_near_is_null(string written) => Assert.Null(Spelling.Nearest(written, Names));
}
