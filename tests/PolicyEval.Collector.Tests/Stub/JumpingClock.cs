namespace PolicyEval.Collector.Tests.Stub;

/// <summary>
/// A clock on which every pause is over at once, and has taken its time: retries and polling cost a test nothing.
/// </summary>
internal sealed class JumpingClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private DateTimeOffset _now = start;

    public JumpingClock()
        : this(new DateTimeOffset(2026, 3, 1, 4, 5, 6, TimeSpan.Zero))
    {
    }

    /// <summary>The pauses that were made, in their order.</summary>
    public List<TimeSpan> Pauses { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Advance(TimeSpan time)
    {
        lock (_lock)
            _now += time;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // What ticks is no pause: it would jump without an end.
        if (period > TimeSpan.Zero)
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        lock (_lock)
        {
            if (dueTime > TimeSpan.Zero)
            {
                _now += dueTime;
                Pauses.Add(dueTime);
            }
        }

        return System.CreateTimer(callback, state, dueTime < TimeSpan.Zero ? dueTime : TimeSpan.Zero, period);
    }
}
