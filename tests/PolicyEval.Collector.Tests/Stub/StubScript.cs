using System.Collections.Concurrent;

namespace PolicyEval.Collector.Tests.Stub;

/// <summary>What is played for the attempts at one operation, in their order; afterwards the model answers.</summary>
internal sealed class StubScript
{
    private readonly ConcurrentQueue<Play> _plays = new();
    private volatile Play _afterwards = Play.Answer;

    /// <summary>These come next.</summary>
    public StubScript Then(params ReadOnlySpan<Play> plays)
    {
        foreach (var play in plays)
            _plays.Enqueue(play);
        return this;
    }

    /// <summary>The same, several times.</summary>
    public StubScript Then(int times, Play play)
    {
        for (var i = 0; i < times; i++)
            _plays.Enqueue(play);
        return this;
    }

    /// <summary>For all attempts that come after those.</summary>
    public StubScript Always(Play play)
    {
        _afterwards = play;
        return this;
    }

    public Play Next() => _plays.TryDequeue(out var play) ? play : _afterwards;
}
