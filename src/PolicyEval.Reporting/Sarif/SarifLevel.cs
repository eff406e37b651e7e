namespace PolicyEval.Reporting.Sarif;

/// <summary>How much a result weighs (SARIF 2.1.0, 3.27.10).</summary>
internal enum SarifLevel
{
    /// <summary>Nothing: it is no failure.</summary>
    None,

    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>A problem.</summary>
    Warning,

    /// <summary>A serious problem.</summary>
    Error,
}
