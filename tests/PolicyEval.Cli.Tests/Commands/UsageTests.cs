using System.Text.RegularExpressions;

namespace PolicyEval.Cli.Tests.Commands;

public sealed partial class UsageTests
{
    [Theory]
    [InlineData("PE4101", "")]
    [InlineData("PE4101", "evaluate")]
    [InlineData("PE4101", "show")]
    [InlineData("PE4101", "check|a|b")]
    [InlineData("PE4101", "evaluate|a.csv|--format")]
    [InlineData("PE4101", "evaluate|a.csv|--format|json=")]
    [InlineData("PE4101", "evaluate|a.csv|--threads|0")]
    [InlineData("PE4101", "evaluate|a.csv|--threads|many")]
    [InlineData("PE4102", "evaluate|a.csv|--frmat|json")]
    [InlineData("PE4102", "evaluate|--frmat=json|a.csv")]
    [InlineData("PE4102", "evaluate|a.csv|-x")]
    [InlineData("PE4102", "check|--polcies")]
    [InlineData("PE4102", "list|--polcies|x")]
    [InlineData("PE4102", "--nothing")]
    [InlineData("PE4103", "evalate|a.csv")]
    [InlineData("PE4104", "evaluate|a.csv|--format|jsn")]
    [InlineData("PE4104", "evaluate|a.csv|--format|JSON")]
    [InlineData("PE4105", "evaluate|a.csv|--fail-on|hig")]
    [InlineData("PE4101", "keygen")]
    [InlineData("PE4101", "keygen|no/such/folder/")]
    [InlineData("PE4109", "keygen|no/such/folder/a")]
    [InlineData("PE4101", "sign|snapshot")]
    [InlineData("PE4101", "verify")]
    [InlineData("PE4101", "verify|a|b")]
    [InlineData("PE4119", "verify|a|--format|jsn")]
    [InlineData("PE4101", "seal|a.csv|--asserted-at|2026-01-31T09:30:00Z")]
    [InlineData("PE4101", "seal|a.csv|--asserted-by| |--asserted-at|2026-01-31T09:30:00Z")]
    [InlineData("PE4101", "seal|a.csv|--asserted-by|a\nb|--asserted-at|2026-01-31T09:30:00Z")]
    [InlineData("PE4101", "seal|a.csv|--asserted-by|A")]
    [InlineData("PE4115", "seal|a.csv|--asserted-by|A|--asserted-at|today")]
    [InlineData("PE4115", "seal|a.csv|--asserted-by|A|--asserted-at|2026-01-31")]
    [InlineData("PE4115", "seal|a.csv|--asserted-by|A|--asserted-at|2026-01-31T09:30:00")]
    [InlineData("PE4115", "seal|a.csv|--asserted-by|A|--asserted-at|2026-02-30T09:30:00Z")]
    [InlineData("PE4116", "evaluate|a.csv|--require-signature")]
    [InlineData("PE4106", "evaluate|a.csv|--format|json|--format|console")]
    [InlineData("PE4107", "evaluate|a.csv|--format|json=x|--format|summary=./x")]
    [InlineData("PE4108", "evaluate|a.csv|--format|json=a.csv")]
    [InlineData("PE4108", "evaluate|folder|--format|json=folder/b.json")]
    [InlineData("PE4109", "evaluate|a.csv|--format|json=no/such/folder/b.json")]
    [InlineData("PE4111", "evaluate|-|-")]
    [InlineData("PE4113", "evaluate|a.csv|--format|json=.")]
    [InlineData("PE4106", "evaluate|a.csv|--format|json=/dev/stdout|--format|console")]
    [InlineData("PE4106", "evaluate|a.csv|--format|json=/dev/fd/1|--format|summary=/proc/self/fd/1")]
    [InlineData("PE4101", "evaluate|a.csv|--strict=maybe")]
    [InlineData("PE4101", "evaluate|a.csv|--strict:true")]
    public void Wrong_usage_is_64_with_an_id_and_nothing_on_standard_output(string id, string line)
    {
        var run = CliRun.Of(line.Split('|', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(64, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.StartsWith($"error {id}: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_without_a_name_is_wrong_usage()
    {
        Assert.StartsWith("error PE4101: ", CliRun.Of("evaluate", "").Error, StringComparison.Ordinal);
        Assert.Equal(64, CliRun.Of("evaluate", "a.csv", "--policies", "").ExitCode);
        Assert.Equal(64, CliRun.Of("list", "--policies", "").ExitCode);
    }

    [Theory]
    [InlineData("--format", "evaluate|a.csv|--frmat|json")]
    [InlineData("--as-of", "evaluate|a.csv|--asof=2026-01-01")]
    [InlineData("--policies", "list|--polices|x")]
    [InlineData("evaluate", "evalute|a.csv")]
    [InlineData("json", "evaluate|a.csv|--format|jsno")]
    [InlineData("critical", "evaluate|a.csv|--fail-on|Critical")]
    public void A_mistyped_name_gets_a_suggestion(string meant, string line)
    {
        var run = CliRun.Of(line.Split('|'));

        Assert.Contains($"did you mean '{meant}'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_command_is_answered_with_all_that_there_are()
    {
        var named = CliRun.Of("nothing").Error.Replace("\n ", "", StringComparison.Ordinal);

        var commands = CommandLine().Matches(CliRun.Of("--help").Output).Select(match => match.Groups[1].Value).ToArray();

        Assert.True(commands.Length > 10, "the commands stand in the help");
        Assert.All(commands, command => Assert.Contains($" {command}", named, StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_behind_two_dashes_is_no_option() =>
        Assert.DoesNotContain("PE4102", CliRun.Of("evaluate", "--", "--frmat").Error, StringComparison.Ordinal);

    [Fact]
    public void A_hostile_argument_does_nothing_to_the_terminal() =>
        Assert.Contains("\\u{1b}[31m", CliRun.Of("evaluate", "a", "--format", "\u001b[31mjson").Error, StringComparison.Ordinal);

    [Fact]
    public void A_response_file_is_not_read() =>
        Assert.DoesNotContain("esponse file", CliRun.Of("evaluate", "@nothing").Error, StringComparison.Ordinal);

    [GeneratedRegex(@"(?m)^  ([a-z]+)(?: <\w+>)? {2,}\w")]
    private static partial Regex CommandLine();
}
