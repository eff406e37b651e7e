using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Tests.Stub;

/// <summary>What the stub does with one attempt instead of simply answering. Immutable.</summary>
internal sealed record Play
{
    /// <summary>The status and body to send; null for the model's answer.</summary>
    public int? Status { get; init; }

    public string MediaType { get; init; } = "text/xml";

    public string Body { get; init; } = "";

    /// <summary>An AWS error, in the form of the operation's protocol.</summary>
    public CallError? Error { get; init; }

    /// <summary>Bytes of the answer after which the connection is cut; 0 cuts before the headers.</summary>
    public int? CutAfter { get; init; }

    /// <summary>Characters of the answer after which it simply ends, with a Content-Length that fits.</summary>
    public int? EndAfter { get; init; }

    /// <summary>Never answers.</summary>
    public bool Hangs { get; init; }

    /// <summary>Sends the headers and the first bytes, then no more.</summary>
    public bool HangsInBody { get; init; }

    /// <summary>The first page again, and a marker that leads there.</summary>
    public bool RepeatsMarker { get; init; }

    /// <summary>GenerateCredentialReport: this state instead of COMPLETE.</summary>
    public string? State { get; init; }

    /// <summary>The content type of the answer, where it shall be another.</summary>
    public string? AnswersAs { get; init; }

    /// <summary>The request id of the answer's header, where it shall be another.</summary>
    public string? RequestId { get; init; }

    /// <summary>The model's answer.</summary>
    public static Play Answer { get; } = new();

    public static Play Throttle { get; } = Failing(400, "Throttling", "Rate exceeded");

    public static Play ServerError { get; } =
        Failing(500, "ServiceFailure", "The request processing has failed because of an unknown error.");

    public static Play ReportNotPresent { get; } =
        Failing(410, "ReportNotPresent", "No report has been generated yet.");

    public static Play ReportExpired { get; } =
        Failing(410, "ReportExpired", "The report is older than four hours.");

    public static Play ReportInProgress { get; } =
        Failing(404, "ReportInProgress", "The report is being generated.");

    public static Play LimitExceeded { get; } = Failing(409, "LimitExceeded", "Limit exceeded.");

    public static Play ExpiredToken { get; } =
        Failing(403, "ExpiredToken", "The security token included in the request is expired");

    public static Play InvalidToken { get; } =
        Failing(403, "InvalidClientTokenId", "The security token included in the request is invalid.");

    public static Play Denied { get; } =
        Failing(403, "AccessDenied", "User is not authorized to perform this action");

    /// <summary>A gateway's page.</summary>
    public static Play Html(int status) => new()
    {
        Status = status,
        MediaType = "text/html; charset=utf-8",
        Body = "<!DOCTYPE html><html><body><h1>The proxy is sorry</h1></body></html>",
    };

    public static Play Cut { get; } = new() { CutAfter = 0 };

    public static Play CutInBody { get; } = new() { CutAfter = 100 };

    public static Play Truncated { get; } = new() { EndAfter = 120 };

    public static Play Hang { get; } = new() { Hangs = true };

    public static Play HangInBody { get; } = new() { HangsInBody = true };

    public static Play RepeatMarker { get; } = new() { RepeatsMarker = true };

    public static Play Failing(int status, string code, string message) =>
        new() { Status = status, Error = new CallError(code, message) };

    /// <summary>GenerateCredentialReport answers that state.</summary>
    public static Play Generating(string state) => new() { State = state };
}
