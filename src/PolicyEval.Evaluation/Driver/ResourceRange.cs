using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Resources.Joins;

namespace PolicyEval.Evaluation.Driver;

/// <summary>A piece of work: some resources of a snapshot.</summary>
/// <param name="Scope">The snapshot.</param>
internal abstract record ResourceRange(SnapshotScope Scope)
{
    /// <summary>
    /// Resources in one piece: enough to keep a thread busy, few enough that their findings are handed on before the
    /// garbage collector meets them, which is what it does best.
    /// </summary>
    private const int CountMax = 32;

    /// <summary>
    /// The pieces of a snapshot, in order: accounts, rows of the report, then what the answers list.
    /// </summary>
    /// <param name="scope">The snapshot.</param>
    /// <param name="types">The types of resources that somebody asks for.</param>
    /// <param name="areMostlyCounted">Whether few findings are made, so that whole blocks of rows go together.</param>
    /// <param name="census">What the rows were counted by while the report was opened, or null.</param>
    public static IEnumerable<ResourceRange> Of(
        SnapshotScope scope, IReadOnlySet<string> types, bool areMostlyCounted, CensusWalk? census = null)
    {
        yield return new AccountRange(scope);
        var rowsMax = areMostlyCounted ? int.MaxValue : CountMax;
        var rows = census is not null ? census.Ranges(rowsMax)
            : scope.Report.Report is { } report ? RowRange.Of(scope, report, (0, report.RowCount), rowsMax)
            : [];
        foreach (var range in rows)
            yield return range;
        if (scope.Report.Report is null && types.Contains(ResourceSchema.UserType))
        {
            foreach (var range in OfAnswers(scope, Populations.Users))
                yield return range;
        }

        foreach (var population in Populations.All.Where(p => types.Contains(p.Table.Name)))
        {
            foreach (var range in OfAnswers(scope, population))
                yield return range;
        }
    }

    /// <summary>The resources, in order.</summary>
    public abstract IEnumerable<ResourceItem> Resources();

    /// <summary>Whether a policy for resources of their type runs on those of this piece.</summary>
    public virtual bool IsFor(CompiledPolicy policy) => true;

    /// <summary>
    /// What stands for resources that nobody can list, and for none, as a policy of their type sees it.
    /// </summary>
    public virtual IEnumerable<StandIn> StandInsFor(CompiledPolicy policy) => [];

    private static IEnumerable<AnswerRange> OfAnswers(SnapshotScope scope, Population population)
    {
        foreach (var records in population.Records(scope.Evidence).Chunk(CountMax))
            yield return new AnswerRange(scope, population, records, IsLast: false);
        yield return new AnswerRange(scope, population, [], IsLast: true);
    }
}
