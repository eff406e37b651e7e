using System.Collections.Immutable;

namespace PolicyEval.Reporting.Sarif;

/// <summary>What is common to all results of one id (SARIF 2.1.0, 3.49).</summary>
/// <param name="Id">Stable; results and suppressions name it.</param>
/// <param name="Name">The short title as one word: <see cref="SarifText.NameOf"/>.</param>
/// <param name="ShortDescription">One sentence.</param>
/// <param name="FullDescription">What it is about.</param>
/// <param name="Help">The way out.</param>
/// <param name="Level">The level of its results.</param>
internal sealed record SarifRule(
    string Id, string Name, string ShortDescription, string FullDescription, string Help, SarifLevel Level)
{
    /// <summary>Where to read on, an absolute URI, or null.</summary>
    public string? HelpUri { get; init; }

    /// <summary>What it is in the taxonomies of the run.</summary>
    public ImmutableArray<SarifTaxonReference> Taxa { get; init; } = [];

    /// <summary>What else there is to say, or null.</summary>
    public SarifProperties? Properties { get; init; }
}
