using System.Collections.Immutable;

namespace PolicyEval.Reporting.Sarif;

/// <summary>What is known of a run behind its last result.</summary>
/// <param name="Invocation">How it ended.</param>
internal sealed record SarifRunTail(SarifInvocation Invocation)
{
    /// <summary>The entries of the taxonomies, in their order.</summary>
    public ImmutableArray<SarifTaxon> Taxa { get; init; } = [];

    /// <summary>What else there is to say of the run, or null.</summary>
    public SarifProperties? Properties { get; init; }
}
