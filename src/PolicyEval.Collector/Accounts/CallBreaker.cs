using PolicyEval.Collector.Aws;

namespace PolicyEval.Collector.Accounts;

/// <summary>
/// Stops an account's collection where each further call could only fail the same way, and perhaps after minutes: the
/// credentials are gone, or nothing answers any more.
/// </summary>
internal sealed class CallBreaker
{
    private const int SilencesMax = 3;

    private int _silences;

    /// <summary>Why nothing more is asked, as a sentence; null as long as calls make sense.</summary>
    public string? Reason { get; private set; }

    /// <summary>Notes what came of a call.</summary>
    public void Note(Failure? failure)
    {
        if (Reason is not null)
            return;

        var isSilence = failure is { Kind: FailureKind.ConnectionFailed or FailureKind.TimedOut };
        _silences = isSilence ? _silences + 1 : 0;
        if (failure is { Kind: FailureKind.ExpiredToken or FailureKind.InvalidToken or FailureKind.NoCredentials })
            Reason = $"The credentials no longer work ({failure.Error.Code}), so nothing more was asked.";
        else if (_silences == SilencesMax)
            Reason = $"{SilencesMax} calls in a row got no answer ({failure!.Error.Code}), so nothing more was asked.";
    }
}
