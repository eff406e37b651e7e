namespace PolicyEval.Snapshots.Packs;

/// <summary>What a file of a pack is, beside the snapshots.</summary>
public enum PackedFileKind
{
    /// <summary>Policies, frameworks and waivers of the user's folder of policies.</summary>
    Policies,

    /// <summary>A policy or framework that is part of the program which made the pack.</summary>
    Bundled,

    /// <summary>The settings.</summary>
    Settings,

    /// <summary>Waivers.</summary>
    Waivers,

    /// <summary>The report whose failures are known.</summary>
    Baseline,

    /// <summary>The user's list of accounts.</summary>
    ExpectedAccounts,

    /// <summary>A public key that who packed trusts: by it the results call a snapshot's signature trusted.</summary>
    TrustedKey,

    /// <summary>The results, as JSON.</summary>
    Results,

    /// <summary>The same results as HTML.</summary>
    Report,
}
