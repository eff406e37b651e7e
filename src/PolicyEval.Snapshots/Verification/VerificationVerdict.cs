namespace PolicyEval.Snapshots.Verification;

/// <summary>The result of a verification: a closed set, from best to worst.</summary>
public enum VerificationVerdict
{
    /// <summary>Intact, and signed by a key that the verifier trusts.</summary>
    Trusted,

    /// <summary>Intact, and signed, but by no key that the verifier trusts: authenticity is unproven.</summary>
    UnknownKey,

    /// <summary>Intact, and not signed: anyone could have made it so.</summary>
    Unsigned,

    /// <summary>Damaged, or not readable as a snapshot.</summary>
    Damaged,
}
