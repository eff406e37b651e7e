namespace PolicyEval.Snapshots.Calls;

/// <summary>The kinds of secrets that are told by how they look.</summary>
public enum SecretKind
{
    /// <summary>The id of an access key: no secret by itself, but a sensitive identifier.</summary>
    AccessKeyId,

    /// <summary>A token of a temporary session.</summary>
    SessionToken,

    /// <summary>Forty characters as a secret access key has them, near the word secret.</summary>
    SecretKey,

    /// <summary>A private key in PEM.</summary>
    PrivateKey,

    /// <summary>An Authorization header or a signed URL.</summary>
    Authorization,
}
