using System.Text.Json;
using Amazon.Runtime;
using Amazon.RuntimeDependencies;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Aws;

/// <summary>Why there are no credentials, and the way out. All are told before anything is asked.</summary>
internal static class CredentialFailures
{
    private const string Ways =
        "Give credentials by AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, by a profile (--profile NAME), by "
        + "`aws sso login`, or run where a role is attached.";

    /// <summary>No credentials anywhere.</summary>
    public static Failure None() => Make("There are no AWS credentials.", Ways);

    /// <summary>Whatever should give them does not answer.</summary>
    public static Failure TimedOut(AwsOptions options) => Make(
        $"No credentials came within {options.CredentialTimeout.TotalSeconds:0} s.", Ways);

    /// <summary>There is no profile of that name.</summary>
    public static Failure UnknownProfile(string profile, IEnumerable<string> known) => Make(
        $"There is no profile {profile} in the AWS configuration.",
        !known.Any()
            ? "The AWS configuration holds no profile; `aws configure --profile NAME` or `aws configure sso` makes one."
            : $"There are: {string.Join(", ", known.Order(StringComparer.Ordinal).Take(20))}.");

    /// <summary>The profile gives no credentials.</summary>
    public static Failure EmptyProfile(string profile) => Make(
        $"The profile {profile} names no way to get credentials.",
        $"`aws configure --profile {profile}` or `aws configure sso --profile {profile}` completes it.");

    /// <summary>The profile names itself as the source of its role, over others or at once.</summary>
    public static Failure Cycle(string profile) => Make(
        $"The profile {profile} is the source of its own credentials.",
        "Correct source_profile in the AWS configuration.");

    /// <summary>The profile's role can only be assumed with a code of an MFA device.</summary>
    public static Failure NeedsMfa(string profile) => Make(
        $"The role of the profile {profile} wants an MFA code, and a collector cannot be asked for one.",
        $"Open the session with the AWS CLI: {Export(profile)}.");

    /// <summary>The region is not one of the partitions that the collector knows.</summary>
    public static Failure UnknownRegion(string region) => new(
        FailureKind.Refused,
        new CallError("UnknownRegion", $"{SecretMask.Clean(region)} is not a region of aws, aws-us-gov or aws-cn."),
        "Give one with --region, such as us-east-1, us-gov-west-1 or cn-north-1.");

    /// <summary>What the SDK threw while it looked for them.</summary>
    public static Failure Of(Exception fault, string? profile)
    {
        var text = SecretMask.Clean(fault.Message);
        var inner = fault.InnerException is { } cause && !text.Contains(cause.Message, StringComparison.Ordinal)
            ? $" ({SecretMask.Clean(cause.Message)})"
            : "";
        var login = profile is null ? "aws sso login" : $"aws sso login --profile {profile}";
        if (fault is MissingRuntimeDependencyException)
            return Make("This program cannot open a session of that kind by itself.",
                $"Open it with the AWS CLI: {Export(profile)}.");
        if (text.Contains("SSO", StringComparison.Ordinal) || inner.Contains("SSO", StringComparison.Ordinal))
            return Make($"The SSO session cannot be used: {text}{inner}", $"`{login}` opens a new one.");
        return IsNone(text) ? None() : Make($"No credentials could be had: {text}{inner}", Ways);
    }

    /// <summary>
    /// What the SDK is known to throw for files, processes and services that do not give credentials.
    /// </summary>
    public static bool IsExpected(Exception fault) => fault
        is AmazonClientException or AmazonServiceException or InvalidOperationException or ArgumentException
            or InvalidDataException or IOException or UnauthorizedAccessException or HttpRequestException
            or TimeoutException or JsonException or FormatException or NotSupportedException
            or OperationCanceledException or System.ComponentModel.Win32Exception
        || fault.GetType() == typeof(ProcessAWSCredentialException);

    /// <summary>
    /// The SDK's list of all that it looked at in vain; of interest only where something had been set up.
    /// </summary>
    private static bool IsNone(string text) =>
        text.StartsWith("Failed to resolve AWS credentials", StringComparison.Ordinal)
        && Variables.Find("AWS_WEB_IDENTITY_TOKEN_FILE") is null
        && Variables.Find("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") is null
        && Variables.Find("AWS_CONTAINER_CREDENTIALS_FULL_URI") is null;

    private static string Export(string? profile)
    {
        var option = profile is null ? "" : $" --profile {profile}";
        return $"`eval \"$(aws configure export-credentials{option} --format env)\"`";
    }

    private static Failure Make(string message, string help) =>
        new(FailureKind.NoCredentials, new CallError("NoCredentials", message), help);
}
