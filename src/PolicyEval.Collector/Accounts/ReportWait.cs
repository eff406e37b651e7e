namespace PolicyEval.Collector.Accounts;

/// <summary>
/// Pauses between questions about the report: 1, 2, 4, 8, then every 15 seconds, until the time is up.
/// </summary>
internal sealed class ReportWait(TimeProvider time, TimeSpan limit)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private readonly long _start = time.GetTimestamp();
    private TimeSpan _pause = TimeSpan.FromSeconds(1);

    /// <summary>How long the waiting may take in all.</summary>
    public TimeSpan Limit => limit;

    /// <summary>Waits a while; false at once where no time is left.</summary>
    public async Task<bool> PauseAsync(CancellationToken cancellation)
    {
        var left = limit - time.GetElapsedTime(_start);
        if (left <= TimeSpan.Zero)
            return false;

        await Task.Delay(_pause < left ? _pause : left, time, cancellation).ConfigureAwait(false);
        _pause = _pause * 2 < Longest ? _pause * 2 : Longest;
        return true;
    }
}
