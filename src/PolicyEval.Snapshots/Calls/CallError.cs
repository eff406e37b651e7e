namespace PolicyEval.Snapshots.Calls;

/// <summary>Why a call gave no answer.</summary>
/// <param name="Code">
/// AWS's error code, such as <c>AccessDenied</c>; or one of the collector's own: <c>ConnectionFailed</c>,
/// <c>TimedOut</c>, <c>BadResponse</c> (not what the operation answers), <c>RepeatedMarker</c>, <c>TooManyPages</c>,
/// <c>ReportNotReady</c>
/// (GenerateCredentialReport did not finish in time), <c>NotCalled</c> (it needs another call that failed).
/// </param>
/// <param name="Message">AWS's message or the collector's, on one line, without secrets.</param>
public sealed record CallError(string Code, string Message);
