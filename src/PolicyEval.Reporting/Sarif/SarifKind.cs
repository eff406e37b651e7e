namespace PolicyEval.Reporting.Sarif;

/// <summary>What sort of thing a result says (SARIF 2.1.0, 3.27.9).</summary>
internal enum SarifKind
{
    /// <summary>A rule is broken.</summary>
    Fail,

    /// <summary>A rule holds.</summary>
    Pass,

    /// <summary>There was too little to decide.</summary>
    Open,

    /// <summary>A person decides.</summary>
    Review,

    /// <summary>The rule is not about this.</summary>
    NotApplicable,
}
