namespace PolicyEval.Reporting.Sarif;

/// <summary>An entry of a taxonomy (SARIF 2.1.0, 3.49).</summary>
/// <param name="Taxonomy">The index of its taxonomy.</param>
/// <param name="Id">Its id there.</param>
/// <param name="Title">One sentence.</param>
/// <param name="Properties">What the run says of it.</param>
internal sealed record SarifTaxon(int Taxonomy, string Id, string Title, SarifProperties Properties);
