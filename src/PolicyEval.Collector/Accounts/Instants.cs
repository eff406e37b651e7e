namespace PolicyEval.Collector.Accounts;

/// <summary>Times as a snapshot writes them.</summary>
internal static class Instants
{
    /// <summary>
    /// Now, in UTC, to the millisecond: what lies behind is cut off, so that nothing comes before it was.
    /// </summary>
    public static DateTimeOffset Now(TimeProvider time)
    {
        var now = time.GetUtcNow();
        return new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }
}
