using System.Diagnostics;

namespace PolicyEval.Snapshots.Calls;

/// <summary>A place that looks like a secret. The secret itself is never repeated.</summary>
/// <param name="Path">The file, as it was given.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 units.</param>
/// <param name="Kind">What it looks like.</param>
public sealed record SecretHit(string Path, int Line, int Column, SecretKind Kind)
{
    /// <summary>What it looks like, in words for a message.</summary>
    public string What => Kind switch
    {
        SecretKind.AccessKeyId => "an access key id",
        SecretKind.SessionToken => "a session token",
        SecretKind.SecretKey => "a secret access key",
        SecretKind.PrivateKey => "a private key",
        SecretKind.Authorization => "an Authorization header or a signed URL",
        _ => throw new UnreachableException($"Kind {Kind}."),
    };
}
