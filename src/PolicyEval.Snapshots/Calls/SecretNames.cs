namespace PolicyEval.Snapshots.Calls;

/// <summary>The fields that hold secrets by their names. Source: the API references of IAM and STS.</summary>
internal static class SecretNames
{
    /// <summary>The field that holds the id of an access key, which is masked and not taken out.</summary>
    public const string AccessKeyId = "AccessKeyId";

    /// <summary>Why a field's value is taken out, or null where its name says nothing.</summary>
    public static string? ReasonOf(string name) => name switch
    {
        "Base32StringSeed" => "seed of an MFA device",
        "QRCodePNG" => "seed of an MFA device, as a picture",
        "SecretAccessKey" => "secret access key",
        "SessionToken" => "session token",
        "Password" or "NewPassword" or "OldPassword" or "ServicePassword" => "password",
        "ServiceCredentialSecret" => "secret of a service credential",
        "PrivateKey" => "private key",
        AccessKeyId => SecretMask.KeyIdReason,
        _ => null,
    };
}
