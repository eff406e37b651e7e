namespace PolicyEval.Snapshots.Verification;

/// <summary>What came of one check of a verification.</summary>
public enum CheckStatus
{
    /// <summary>It holds.</summary>
    Passed,

    /// <summary>It does not hold; the diagnostics name what and where.</summary>
    Failed,

    /// <summary>It does not apply, or an earlier check failed that it needs.</summary>
    NotChecked,
}
