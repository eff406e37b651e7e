namespace PolicyEval.Snapshots.Evidence;

/// <summary>What a file that was read holds.</summary>
public enum EvidenceStatus
{
    /// <summary>The evidence itself.</summary>
    Given,

    /// <summary>An error instead of the evidence: access denied, or any other code but NoSuchEntity.</summary>
    Denied,

    /// <summary>AWS's answer that there is no such thing, which is evidence too.</summary>
    NoSuchEntity,
}
