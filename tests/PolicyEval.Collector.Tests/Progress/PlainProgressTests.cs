using PolicyEval.Collector.Progress;

namespace PolicyEval.Collector.Tests.Progress;

public sealed class PlainProgressTests
{
    [Fact]
    public async Task What_lasts_is_told_after_ten_seconds_and_then_every_thirty()
    {
        using var output = new StringWriter();
        var clock = new TickingClock();
        var progress = new PlainProgress(output, clock);

        await progress.RunAsync(() =>
        {
            progress.Stage("111122223333", "iam:GetAccountSummary");
            clock.Tick(9);
            Assert.Equal("", output.ToString());
            clock.Tick(1);
            progress.Stage("111122223333", "iam:GetAccountSummary, attempt 2");
            clock.Tick(29);
            progress.Stage("111122223333", "iam:GetAccountSummary, attempt 3");
            clock.Tick(2);
            progress.End(new AccountOutcome("111122223333", AccountOutcomeKind.Failed, "TimedOut"));
            clock.Tick(60);
            return Task.CompletedTask;
        });

        Assert.Equal(
            """
            111122223333  waiting     iam:GetAccountSummary (10 s)
            111122223333  waiting     iam:GetAccountSummary, attempt 3 (40 s)
            111122223333  failed      TimedOut

            """,
            output.ToString());
    }

    [Fact]
    public async Task Calls_that_follow_each_other_are_no_wait()
    {
        using var output = new StringWriter();
        var clock = new TickingClock();
        var progress = new PlainProgress(output, clock);

        await progress.RunAsync(() =>
        {
            foreach (var call in (string[])["iam:ListUsers", "iam:ListMFADevices", "iam:ListAccessKeys"])
            {
                progress.Stage("111122223333", call);
                clock.Tick(9);
            }

            progress.Done("111122223333");
            clock.Tick(60);
            return Task.CompletedTask;
        });

        Assert.Equal("", output.ToString());
    }

    /// <summary>A clock that goes when it is told, with one thing that ticks every second.</summary>
    private sealed class TickingClock : TimeProvider
    {
        private Action _onTick = () => { };
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Tick(int seconds)
        {
            for (var i = 0; i < seconds; i++)
            {
                _now += TimeSpan.TicksPerSecond;
                _onTick();
            }
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)), (dueTime, period));
            _onTick = () => callback(state);
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
