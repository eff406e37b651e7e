using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Resources.Joins;

/// <summary>What stands for all resources of a type: nobody can list them, or there are none.</summary>
internal sealed record StandIn
{
    private StandIn(string type, string account) =>
        Reference = new ResourceReference(type, ResourceReference.Unlisted, "", account);

    /// <summary>What findings name in their place.</summary>
    public ResourceReference Reference { get; }

    /// <summary>The evidence that would list them; null where there are none.</summary>
    public MissingEvidence? Missing { get; private init; }

    /// <summary>Whether that evidence was not given at all.</summary>
    public bool IsOutside { get; private init; }

    /// <summary>In what there are none.</summary>
    public string Place { get; private init; } = "";

    /// <summary>The cells that show it; looked up when somebody wants to cite them.</summary>
    public Func<ImmutableArray<EvidenceCell>> Cells { get; private init; } = () => [];

    /// <summary>For resources that nobody can list.</summary>
    public static StandIn ForUnlisted(string type, string account, MissingEvidence missing, bool isOutside) =>
        new(type, account) { Missing = missing, IsOutside = isOutside };

    /// <summary>For resources that there are none of.</summary>
    /// <param name="type">Their type.</param>
    /// <param name="account">The account, or empty.</param>
    /// <param name="place">In what there are none, as it ends a sentence.</param>
    /// <param name="cells">The cells that show it, at least one.</param>
    public static StandIn ForNone(
        string type, string account, string place, Func<ImmutableArray<EvidenceCell>> cells) =>
        new(type, account) { Place = place, Cells = cells };
}
