namespace PolicyEval.Reporting.Sarif;

/// <summary>Names a taxon of the run.</summary>
/// <param name="Taxonomy">The index of the taxonomy among those of the run.</param>
/// <param name="Id">The id of the taxon in it.</param>
internal sealed record SarifTaxonReference(int Taxonomy, string Id);
