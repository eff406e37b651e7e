using PolicyEval.Collector.Progress;
using PolicyEval.Collector.Terminals;

namespace PolicyEval.Collector.Tests.Progress;

public sealed class LiveProgressTests
{
    [Fact]
    public async Task Running_accounts_are_shown_and_finished_ones_stay()
    {
        using var output = new StringWriter();
        var progress = new LiveProgress(output, new TerminalStyle(true, Color: false, 120, 10));

        await progress.RunAsync(() =>
        {
            progress.Expect(2);
            progress.Stage("111122223333", "iam:ListUsers");
            progress.Stage("444455556666", "waiting for the report");
            progress.End(new AccountOutcome("111122223333", AccountOutcomeKind.Failed, "denied [red]x[/]\u001b[2J")
            {
                Name = "[bold]prod",
            });
            return Task.CompletedTask;
        });

        var text = output.ToString();
        Assert.Contains("111122223333  iam:ListUsers", text, StringComparison.Ordinal);
        Assert.Contains("444455556666  waiting for the report", text, StringComparison.Ordinal);
        Assert.Contains("1 of 2 accounts done", text, StringComparison.Ordinal);
        Assert.Contains("111122223333 ([bold]prod)  failed      denied [red]x[/]\\u{1b}[2J", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[2J", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lines_fit_the_terminal()
    {
        using var output = new StringWriter();
        var progress = new LiveProgress(output, new TerminalStyle(true, Color: false, 40, 6));

        await progress.RunAsync(() =>
        {
            for (var i = 0; i < 20; i++)
                progress.Stage($"1111222233{i:00}", "iam:GetAccountAuthorizationDetails, a long story of no end");
            return Task.CompletedTask;
        });

        Assert.Contains("and 17 more", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_of_the_work_comes_through()
    {
        using var output = new StringWriter();
        var progress = new LiveProgress(output, new TerminalStyle(true, Color: false, 80, 24));

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => progress.RunAsync(() => throw new InvalidOperationException("broken")));
    }
}
