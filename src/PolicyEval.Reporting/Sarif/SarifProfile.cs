namespace PolicyEval.Reporting.Sarif;

/// <summary>For whom a SARIF log of an evaluation is.</summary>
public enum SarifProfile
{
    /// <summary>Every finding at its evidence, and every control that a person decides.</summary>
    Full,

    /// <summary>
    /// Only failures that no waiver covers, at the policy that found them, within the limits of GitHub's code scanning.
    /// </summary>
    Github,
}
