namespace PolicyEval.Collector.Aws;

/// <summary>Why a call gave no answer: a closed classification, so that each kind has its own handling.</summary>
internal enum FailureKind
{
    /// <summary>AWS refused for a reason that has no kind of its own; the code says which.</summary>
    Refused,

    /// <summary>The credential report was never generated.</summary>
    ReportNotPresent,

    /// <summary>The credential report is older than four hours and must be generated again.</summary>
    ReportExpired,

    /// <summary>The credential report is being generated.</summary>
    ReportInProgress,

    /// <summary>A limit of the account was exceeded: not now, perhaps later.</summary>
    LimitExceeded,

    /// <summary>Too many requests, also after the retries.</summary>
    Throttled,

    /// <summary>The caller lacks the permission.</summary>
    AccessDenied,

    /// <summary>There is no such thing: an answer in itself.</summary>
    NoSuchEntity,

    /// <summary>
    /// Only the management account of an organisation may ask, or there is no organisation: an answer in itself.
    /// </summary>
    NotManagementAccount,

    /// <summary>The session has expired.</summary>
    ExpiredToken,

    /// <summary>AWS does not know these credentials, at least not in this partition.</summary>
    InvalidToken,

    /// <summary>The clocks differ so much that AWS does not take the signature.</summary>
    ClockSkewed,

    /// <summary>AWS failed (5xx), also after the retries.</summary>
    ServiceFailure,

    /// <summary>No connection, or it was cut.</summary>
    ConnectionFailed,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>What came is not what the operation answers.</summary>
    BadResponse,

    /// <summary>There are no usable credentials: nothing was sent.</summary>
    NoCredentials,
}
