using PolicyEval.Reporting.Tests.Samples;
using PolicyEval.Reporting.Words;
using Snapshooter;
using Snapshooter.Xunit;

namespace PolicyEval.Reporting.Tests.Explaining;

public sealed class ExplanationConsoleTests
{
    [Theory]
    [InlineData("neglected", "access-key-rotation", "legacy-backup")]
    [InlineData("odd-cells", "root-access-key-absent", "root")]
    [InlineData("well-kept", "root-mfa-enabled", "root")]
    [InlineData("sealed", "credentials-unused", null)]
    [InlineData("hostile", "everything", null)]
    [InlineData("hostile", "credentials-unused", null)]
    public void It_looks_like_this(string snapshot, string policy, string? resource) =>
        Snapshot.Match(
            ExplainedSample.Text(ExplainedSample.Of(snapshot, policy, resource)),
            SnapshotNameExtension.Create(snapshot, policy));

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(133)]
    public void No_line_is_wider_than_the_terminal_and_nothing_in_it_commands_it(int width)
    {
        var style = new ReportStyle(width, Color: false);
        foreach (var (snapshot, policy) in new[]
        {
            ("hostile", "everything"), ("odd-cells", "root-access-key-absent"), ("neglected", "credentials-unused"),
        })
        {
            var lines = ExplainedSample.Text(ExplainedSample.Of(snapshot, policy), style).Split('\n');
            Assert.All(lines, line => Assert.InRange(TextLayout.WidthOf(line), 0, width));
            Assert.All(lines, line => Assert.Equal(SafeText.Of(line), line));
        }
    }

    [Fact]
    public void A_variable_is_expanded_once()
    {
        var text = ExplainedSample.Text(ExplainedSample.Of("odd-cells", "root-access-key-absent"));

        Assert.Single(text.Split('\n'), line => line.EndsWith("known(root.user)", StringComparison.Ordinal));
        Assert.Contains("variables.rowPresent (see above)", text, StringComparison.Ordinal);
    }
}
