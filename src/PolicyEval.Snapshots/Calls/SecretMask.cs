using System.Diagnostics;

namespace PolicyEval.Snapshots.Calls;

/// <summary>What stands where a secret was.</summary>
internal static class SecretMask
{
    /// <summary>For anything but the id of an access key.</summary>
    public const string Whole = "[redacted]";

    /// <summary>Why the id of an access key was masked.</summary>
    public const string KeyIdReason = "access key id, masked to the last four";

    private const string Stars = "****************";
    private const int KeptLetters = 4;

    /// <summary>An access key id with its last four characters, by which its owner knows it.</summary>
    public static string OfKeyId(string id) => id.Length > KeptLetters * 2 ? Stars + id[^KeptLetters..] : Stars;

    /// <summary>How many marks stand in a text.</summary>
    public static int CountIn(ReadOnlySpan<byte> text) => text.Count("[redacted]"u8) + text.Count("****************"u8);

    /// <summary>What replaces a secret of a kind.</summary>
    public static string Of(SecretKind kind, string secret) =>
        kind == SecretKind.AccessKeyId ? OfKeyId(secret) : Whole;

    /// <summary>Why a value that looks like a secret was taken out.</summary>
    public static string ReasonOf(SecretKind kind) => kind switch
    {
        SecretKind.AccessKeyId => KeyIdReason,
        SecretKind.SessionToken => "looks like a session token",
        SecretKind.SecretKey => "looks like a secret access key",
        SecretKind.PrivateKey => "private key",
        SecretKind.Authorization => "authorization or signature of a request",
        _ => throw new UnreachableException($"{kind} is no kind of secret."),
    };
}
