using System.Diagnostics;
using System.Globalization;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Cli.Verifying;

/// <summary>How <c>verify</c> spells what it found: the words of the JSON.</summary>
internal static class VerifyWords
{
    public static string Of(VerificationVerdict verdict) => verdict switch
    {
        VerificationVerdict.Trusted => "trusted",
        VerificationVerdict.UnknownKey => "unknown-key",
        VerificationVerdict.Unsigned => "unsigned",
        VerificationVerdict.Damaged => "damaged",
        _ => throw new UnreachableException($"{verdict}"),
    };

    public static string Of(CheckStatus status) => status switch
    {
        CheckStatus.Passed => "passed",
        CheckStatus.Failed => "failed",
        CheckStatus.NotChecked => "not-checked",
        _ => throw new UnreachableException($"{status}"),
    };

    public static string Of(SignatureStatus status) => status switch
    {
        SignatureStatus.Valid => "valid",
        SignatureStatus.Invalid => "invalid",
        SignatureStatus.Damaged => "damaged",
        _ => throw new UnreachableException($"{status}"),
    };

    public static string Of(SnapshotKind kind) => kind switch
    {
        SnapshotKind.Account => "account",
        SnapshotKind.Organization => "organization",
        _ => throw new UnreachableException($"{kind}"),
    };

    public static string Of(SnapshotOrigin origin) => origin switch
    {
        SnapshotOrigin.Collected => "collected",
        SnapshotOrigin.Asserted => "asserted",
        _ => throw new UnreachableException($"{origin}"),
    };

    public static string Of(CallStatus status) => status switch
    {
        CallStatus.Complete => "complete",
        CallStatus.Absent => "absent",
        CallStatus.NotApplicable => "not-applicable",
        CallStatus.Failed => "failed",
        CallStatus.NotCalled => "not-called",
        _ => throw new UnreachableException($"{status}"),
    };

    /// <summary>What a check looked at. Evidence by hand has no calls, and nothing that follows from them.</summary>
    public static string DetailOf(VerificationCheck check, SnapshotOrigin? origin) => (origin, check) switch
    {
        (SnapshotOrigin.Asserted, { Name: "calls", Status: CheckStatus.Passed }) => "no calls: gathered by hand",
        (SnapshotOrigin.Asserted, { Name: "derivation", Status: CheckStatus.Passed }) => "nothing to derive",
        _ => check.Detail,
    };

    /// <summary>The accounts that an organisation's snapshot lists in full; of any other, null.</summary>
    public static long? ListedAccounts(SnapshotDocument document)
    {
        var call = document.Calls.FirstOrDefault(call => call.Operation == ApiOperations.ListAccounts);
        return call is { Status: CallStatus.Complete } ? call.Rows : null;
    }

    /// <summary>RFC 3339 in UTC, to the second.</summary>
    public static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A number, or how to say that there is none.</summary>
    public static string Of(long? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "unknown";
}
