namespace PolicyEval.Reporting.Sarif;

/// <summary>A catalogue of others that rules refer to (SARIF 2.1.0, 3.19).</summary>
/// <param name="Name">Its short name.</param>
/// <param name="FullName">Its title with its version.</param>
/// <param name="Version">Its version, as its publisher writes it.</param>
internal sealed record SarifTaxonomy(string Name, string FullName, string Version);
