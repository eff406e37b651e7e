using System.Collections.Frozen;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// The fields that hold secrets by their names, in any case: an emulator or a proxy may write them in its own. Source:
/// the API references of IAM and STS.
/// </summary>
internal static class SecretNames
{
    // The id of an access key is masked and not taken out.
    private const string AccessKeyId = "AccessKeyId";
    private const string Password = "password";

    private static readonly FrozenDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["Base32StringSeed"] = "seed of an MFA device",
        ["QRCodePNG"] = "seed of an MFA device, as a picture",
        ["SecretAccessKey"] = "secret access key",
        ["SessionToken"] = "session token",
        ["Password"] = Password,
        ["NewPassword"] = Password,
        ["OldPassword"] = Password,
        ["ServicePassword"] = Password,
        ["ServiceCredentialSecret"] = "secret of a service credential",
        ["PrivateKey"] = "private key",
        [AccessKeyId] = SecretMask.KeyIdReason,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Why a field's value is taken out, or null where its name says nothing.</summary>
    public static string? ReasonOf(string name) => Reasons.GetValueOrDefault(name);

    /// <summary>Whether the field holds the id of an access key.</summary>
    public static bool IsKeyId(string name) => name.Equals(AccessKeyId, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a tag of that key says that its value is a secret.</summary>
    public static bool IsSecretTag(string key) =>
        key.Equals("sk", StringComparison.OrdinalIgnoreCase)
        || key.Contains("secret", StringComparison.OrdinalIgnoreCase)
        || key.Contains(Password, StringComparison.OrdinalIgnoreCase);
}
