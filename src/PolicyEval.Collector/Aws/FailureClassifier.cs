using System.Globalization;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Aws;

/// <summary>
/// Decides what an answer's status and body mean. Source: the error tables of the IAM, STS and Organizations API
/// references, and the error codes that AWS's SDKs retry.
/// </summary>
internal static class FailureClassifier
{
    private const string Ending = "Exception";

    /// <summary>The failure that an answer means, or null for an answer of the operation.</summary>
    /// <param name="operation">What was asked.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="mediaType">The Content-Type; only for the message, as emulators send others.</param>
    /// <param name="page">What the body says; its message clean of secrets.</param>
    public static Failure? Of(ApiOperation operation, int status, string mediaType, Page page)
    {
        if (status is >= 200 and < 300 && page.Error is null)
            return null;
        if (page.Error is not { Code: not CallErrors.BadResponse } error)
            return Garbled(status, mediaType, page.Error);

        var kind = KindOf(error, status);
        return new Failure(kind, error, FailureHelp.For(kind, operation))
        {
            IsTransient = kind is FailureKind.Throttled or FailureKind.ServiceFailure,
        };
    }

    /// <summary>The kind of an error that AWS names.</summary>
    public static FailureKind KindOf(CallError error, int status)
    {
        var name = error.Code.EndsWith(Ending, StringComparison.Ordinal) ? error.Code[..^Ending.Length] : error.Code;
        return name switch
        {
            "ReportNotPresent" or "CredentialReportNotPresent" => FailureKind.ReportNotPresent,
            "ReportExpired" or "CredentialReportExpired" => FailureKind.ReportExpired,
            "ReportInProgress" or "CredentialReportNotReady" => FailureKind.ReportInProgress,
            "LimitExceeded" => FailureKind.LimitExceeded,
            "Throttling" or "Throttled" or "RequestThrottled" or "TooManyRequests" or "RequestLimitExceeded"
                or "SlowDown" or "PriorRequestNotComplete" or "BandwidthLimitExceeded" => FailureKind.Throttled,
            "AccessDenied" or "UnauthorizedOperation" or "NotAuthorized" or "AuthorizationError"
                => FailureKind.AccessDenied,
            "NoSuchEntity" => FailureKind.NoSuchEntity,
            "AccountNotManagementOrDelegatedAdministrator" or "OrganizationNotFound"
                or "OrganizationNotInAllFeaturesMode" or "ServiceAccessNotEnabled" or "AWSOrganizationsNotInUse"
                => FailureKind.NotManagementAccount,
            "ExpiredToken" or "TokenRefreshRequired" => FailureKind.ExpiredToken,
            "RequestTimeTooSkewed" or "RequestExpired" or "RequestInTheFuture" => FailureKind.ClockSkewed,
            "SignatureDoesNotMatch" or "InvalidSignature" => IsAboutTime(error.Message)
                ? FailureKind.ClockSkewed
                : FailureKind.InvalidToken,
            "InvalidClientTokenId" or "UnrecognizedClient" or "InvalidAccessKeyId" or "AuthFailure"
                => FailureKind.InvalidToken,
            "ServiceFailure" or "InternalFailure" or "InternalError" or "InternalServerError" or "ServiceUnavailable"
                => FailureKind.ServiceFailure,
            _ => status switch
            {
                429 => FailureKind.Throttled,
                >= 500 => FailureKind.ServiceFailure,
                _ => FailureKind.Refused,
            },
        };
    }

    private static bool IsAboutTime(string message) =>
        message.StartsWith("Signature expired", StringComparison.Ordinal)
        || message.StartsWith("Signature not yet current", StringComparison.Ordinal);

    /// <summary>What came is no answer of AWS: a proxy's page, or an answer that is cut short.</summary>
    private static Failure Garbled(int status, string mediaType, CallError? error)
    {
        var type = mediaType.Length == 0 ? "no content type" : mediaType;
        var reason = error is null ? "" : $" ({error.Message.TrimEnd('.')})";
        var number = status.ToString(CultureInfo.InvariantCulture);
        var message = $"The answer, HTTP {number} with {type}, is not one of AWS{reason}.";
        var kind = status switch
        {
            429 => FailureKind.Throttled,
            >= 500 => FailureKind.ServiceFailure,
            _ => FailureKind.BadResponse,
        };
        return new Failure(kind, new CallError(CallErrors.BadResponse, message), FailureHelp.Garbled(status))
        {
            // A proxy that forbids or redirects will do so again; a body cut short may be whole the next time.
            IsTransient = kind != FailureKind.BadResponse || status is >= 200 and < 300,
        };
    }
}
