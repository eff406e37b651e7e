using System.Collections.Immutable;
using PolicyEval.Language.Dependence;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Signatures;

/// <summary>
/// Of which cells and relations signatures are made, and for which policies they say all. Immutable.
/// </summary>
/// <param name="Policies">The policies that it serves, by their index in the plan, ascending.</param>
/// <param name="Columns">The ordinals of the columns, ascending.</param>
/// <param name="Relations">The relations between times.</param>
internal sealed record SignatureLayout(
    ImmutableArray<int> Policies, ImmutableArray<int> Columns, ImmutableArray<TimeRelation> Relations)
{
    /// <summary>For no policy.</summary>
    public static SignatureLayout None { get; } = new([], [], []);

    /// <summary>
    /// The layout for as many policies as have room in it, in their order; the others have to be evaluated for each
    /// row.
    /// </summary>
    /// <param name="dependences">What each policy depends on; null for those of which it is not known.</param>
    public static SignatureLayout Of(IReadOnlyList<CelDependence?> dependences)
    {
        var policies = ImmutableArray.CreateBuilder<int>();
        var (columns, relations) = (new SortedSet<int>(), new List<TimeRelation>());
        for (var policy = 0; policy < dependences.Count; policy++)
        {
            if (dependences[policy] is not { } dependence || !dependence.Texts.All(IsToldByKind))
                continue;
            var (allColumns, allRelations) =
                (columns.Union(dependence.Fields).ToArray(), relations.Union(dependence.Relations).ToList());
            if (allColumns.Length > RowSignature.ColumnsMax || allRelations.Count > RowSignature.RelationsMax)
                continue;
            columns.UnionWith(allColumns);
            relations = allRelations;
            policies.Add(policy);
        }

        return new SignatureLayout(policies.ToImmutable(), [.. columns], [.. relations]);
    }

    /// <summary>
    /// Whether the kind of a cell tells the answer: kinds know empty cells and AWS's words. The cells of names have one
    /// kind only, whatever they say.
    /// </summary>
    private static bool IsToldByKind(TextTest test) =>
        test.Text is "" or "N/A" or "no_information" or "not_supported"
        && CredentialReportColumns.All[test.Field].Kind != ColumnKind.Name;
}
