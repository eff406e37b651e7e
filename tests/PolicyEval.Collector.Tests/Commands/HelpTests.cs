using PolicyEval.Collector.Tests.Support;

namespace PolicyEval.Collector.Tests.Commands;

public sealed class HelpTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("iam-policy|--help")]
    public async Task Help_has_examples_and_exit_codes(string line)
    {
        var run = await CollectRun.OfAsync(line.Split('|'));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Examples:\n  policyeval-collect", run.Output, StringComparison.Ordinal);
        Assert.Contains("Exit codes:\n  0 ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "arn:aws:iam::111122223333:role/Auditor > policyeval-trust.json")]
    [InlineData("iam-policy|--help", "arn:aws:iam::111122223333:role/Auditor --external-id nightly")]
    public async Task Help_shows_how_to_print_a_trust_policy(string line, string example)
    {
        var run = await CollectRun.OfAsync(line.Split('|'));

        Assert.Contains($"  policyeval-collect iam-policy --trust {example}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_option()
    {
        var help = (await CollectRun.OfAsync("--help")).Output;

        string[] options =
        [
            "--profile", "--region", "--endpoint-url", "--output", "--zip", "--role-name", "--accounts",
            "--organization", "--external-id", "--session-name", "--parallel", "--report-timeout", "--sign-key",
            "--passphrase-file", "--dry-run", "--quiet", "--help", "--version",
        ];
        Assert.All(options, option => Assert.Contains(option, help, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_version_is_that_of_the_producer_and_then_says_of_which_commit_and_build()
    {
        var run = await CollectRun.OfAsync("--version");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith($"{ToolVersion.Producer}\ncommit {BuildStamp.Commit}\nbuild ", run.Output, StringComparison.Ordinal);
        Assert.Matches("^policyeval-collect [0-9]+\\.[0-9]+\\.[0-9]+$", ToolVersion.Producer);
    }
}
