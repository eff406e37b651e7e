namespace PolicyEval.Cli.Tests.Progress;

/// <summary>Time that passes when it is told to, for one thing that ticks. What time it is, nobody learns.</summary>
internal sealed class TickingTime : TimeProvider
{
    private Action _onTick = () => { };
    private TimeSpan _due = TimeSpan.MaxValue;
    private TimeSpan _period;

    public override DateTimeOffset GetUtcNow() => throw new NotSupportedException();

    public void Pass(double seconds)
    {
        for (_due -= TimeSpan.FromSeconds(seconds); _due <= TimeSpan.Zero; _due += _period)
            _onTick();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        (_onTick, _due, _period) = (() => callback(state), dueTime, period);
        return new Stopper(this);
    }

    private sealed class Stopper(TickingTime time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => time._onTick = () => { };

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
