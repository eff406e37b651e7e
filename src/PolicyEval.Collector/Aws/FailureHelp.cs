using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Aws;

/// <summary>The ways out of failures, in a sentence or two each.</summary>
internal static class FailureHelp
{
    /// <summary>The way out of an error that AWS named; empty where there is nothing to say.</summary>
    public static string For(FailureKind kind, ApiOperation operation) => kind switch
    {
        FailureKind.AccessDenied when operation == ApiOperations.AssumeRole =>
            "The role must exist, its trust policy must name the caller (and the external id, if it wants one), and "
            + "the caller must be allowed sts:AssumeRole on it: `policyeval-collect iam-policy --role-name NAME` "
            + "prints the caller's policy, `policyeval-collect iam-policy --trust ARN` the role's trust policy.",
        FailureKind.AccessDenied when operation == ApiOperations.ListAccounts =>
            $"Allow {operation.Permission}; `policyeval-collect iam-policy --organization --role-name NAME` prints the "
            + "whole policy that it needs.",
        FailureKind.AccessDenied =>
            $"Allow {operation.Permission}; `policyeval-collect iam-policy` prints the whole policy that it needs.",
        FailureKind.ExpiredToken =>
            "The session has expired: get new credentials (`aws sso login`, or whatever issued them) and collect "
            + "again.",
        FailureKind.InvalidToken =>
            "The key is wrong, deleted or of another partition: give a region of its partition with --region "
            + "(us-gov-west-1 for GovCloud, cn-north-1 for China).",
        FailureKind.ClockSkewed => "Set this machine's clock.",
        FailureKind.Throttled => "Try again later, or let fewer programs ask this account at once.",
        FailureKind.ServiceFailure => "AWS failed; try again later.",
        FailureKind.LimitExceeded => "Try again later.",
        _ => "",
    };

    /// <summary>The way out where something else than AWS answered.</summary>
    public static string Garbled(int status) => status == 407
        ? "The proxy wants credentials: give them in HTTPS_PROXY."
        : "Something between here and AWS answers in its place: look at HTTPS_PROXY, NO_PROXY and --endpoint-url.";

    /// <summary>The way out where no connection came about, or it was cut.</summary>
    public const string Connection =
        "Look at the network, at HTTPS_PROXY and NO_PROXY, at --region and --endpoint-url.";
}
