namespace PolicyEval.Snapshots.Signatures;

/// <summary>What a signature turned out to be.</summary>
public enum SignatureStatus
{
    /// <summary>The key signed exactly these bytes. Whether anyone trusts the key is another question.</summary>
    Valid,

    /// <summary>Whole, and not this key's signature over these bytes.</summary>
    Invalid,

    /// <summary>Not what policyeval writes, or without its key.</summary>
    Damaged,
}
