namespace PolicyEval.Reporting.Sarif;

/// <summary>Why a failure counts no more (SARIF 2.1.0, 3.35): accepted, in a file of its own.</summary>
/// <param name="Justification">Why, safe to show.</param>
/// <param name="Properties">What else there is to say, by name.</param>
internal sealed record SarifSuppression(string Justification, SarifProperties Properties);
