namespace PolicyEval.Collector.Progress;

/// <summary>
/// One line when an account ends, and now and then one where an account waits: for files, pipes and the logs of CI
/// systems.
/// </summary>
/// <param name="output">Where to; used by one thread at a time.</param>
/// <param name="time">The clock, and what ticks.</param>
internal sealed class PlainProgress(TextWriter output, TimeProvider time) : ICollectionProgress
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Wait> _waits = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task RunAsync(Func<Task> work)
    {
        var timer = time.CreateTimer(_ => TellWaits(), state: null, Tick, Tick);
        await using (timer.ConfigureAwait(false))
            await work().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Expect(int accounts)
    {
        // Each line names its account; a count would only be noise in a log.
    }

    /// <inheritdoc/>
    public void Stage(string account, string stage)
    {
        // A line for every call would hide those that matter: only what lasts is told.
        lock (_lock)
        {
            var before = _waits.GetValueOrDefault(account);
            // Another attempt at a call is the same wait.
            var isSame = before is not null && stage.StartsWith($"{before.What},", StringComparison.Ordinal);
            _waits[account] = isSame
                ? before! with { Stage = stage }
                : new Wait(stage, stage, time.GetTimestamp(), before?.ToldAt);
        }
    }

    /// <inheritdoc/>
    public void Done(string account)
    {
        lock (_lock)
            _waits.Remove(account);
    }

    /// <inheritdoc/>
    public void End(AccountOutcome outcome)
    {
        lock (_lock)
        {
            _waits.Remove(outcome.Account);
            foreach (var line in OutcomeText.Lines(outcome))
                output.Write(line + "\n");
        }
    }

    private void TellWaits()
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            foreach (var (account, wait) in _waits.Where(item => IsDue(item.Value, now)).ToList())
            {
                output.Write(
                    OutcomeText.WaitLine(account, wait.Stage, time.GetElapsedTime(wait.Since, now)) + "\n");
                _waits[account] = wait with { ToldAt = now };
            }
        }
    }

    private bool IsDue(Wait wait, long now) =>
        time.GetElapsedTime(wait.Since, now) >= FirstAfter
        && (wait.ToldAt is not { } told || time.GetElapsedTime(told, now) >= AgainAfter);

    /// <summary>What an account does.</summary>
    /// <param name="What">The stage that began it.</param>
    /// <param name="Stage">The stage now: the same, or another attempt at it.</param>
    /// <param name="Since">When it began, as a timestamp of the clock.</param>
    /// <param name="ToldAt">When a wait of this account was last told, or null.</param>
    private sealed record Wait(string What, string Stage, long Since, long? ToldAt);
}
