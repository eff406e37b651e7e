using System.Collections.Immutable;

namespace PolicyEval.Reporting.Sarif;

/// <summary>One thing that was found (SARIF 2.1.0, 3.27).</summary>
/// <param name="Rule">The id of its rule.</param>
/// <param name="Level">How much it weighs.</param>
/// <param name="Message">Sentences for people, safe to show.</param>
/// <param name="Place">Where, or null where it is in no file.</param>
internal sealed record SarifResult(string Rule, SarifLevel Level, string Message, SarifPlace? Place)
{
    /// <summary>What sort of thing it says.</summary>
    public SarifKind Kind { get; init; } = SarifKind.Fail;

    /// <summary>What it is about beside the place, or null.</summary>
    public SarifLogicalLocation? Subject { get; init; }

    /// <summary>Other places that have to do with it.</summary>
    public ImmutableArray<SarifPlace> Related { get; init; } = [];

    /// <summary>What it is about in a taxonomy, beside what its rule is.</summary>
    public SarifTaxonReference? Taxon { get; init; }

    /// <summary>
    /// What tells that a result of a later run is this one, by the name of the method: the version of a method is part
    /// of its name.
    /// </summary>
    public ImmutableArray<(string Method, string Value)> Fingerprints { get; init; } = [];

    /// <summary>
    /// Why it counts no more: empty where it does. Null on all results of a run that knows no suppressions.
    /// </summary>
    public ImmutableArray<SarifSuppression>? Suppressions { get; init; }

    /// <summary>
    /// What an earlier run says of it, in the words of SARIF (3.27.24); null on all results of a run, or on none.
    /// </summary>
    public string? BaselineState { get; init; }

    /// <summary>The text that mends it in the place of its region, or null.</summary>
    public string? Replacement { get; init; }

    /// <summary>What else there is to say, or null.</summary>
    public SarifProperties? Properties { get; init; }
}
