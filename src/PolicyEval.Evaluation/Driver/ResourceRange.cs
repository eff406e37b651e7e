using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Resources.Joins;

namespace PolicyEval.Evaluation.Driver;

/// <summary>A piece of work: some resources of a snapshot.</summary>
/// <param name="Scope">The snapshot.</param>
internal abstract record ResourceRange(SnapshotScope Scope)
{
    /// <summary>Resources in one piece: enough to keep a thread busy, few enough to keep memory flat.</summary>
    private const int CountMax = 256;

    /// <summary>
    /// The pieces of a snapshot, in order: accounts, rows of the report, then what the answers list.
    /// </summary>
    /// <param name="scope">The snapshot.</param>
    /// <param name="types">The types of resources that somebody asks for.</param>
    public static IEnumerable<ResourceRange> Of(SnapshotScope scope, IReadOnlySet<string> types)
    {
        yield return new AccountRange(scope);
        for (var block = 0; block < scope.Report.Report?.BlockCount; block++)
            yield return new RowRange(scope, block);
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
