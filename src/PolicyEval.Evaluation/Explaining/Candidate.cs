using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Driver;
using PolicyEval.Evaluation.Resources.Joins;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Explaining;

/// <summary>
/// A resource that may be explained, or what stands for resources that nobody can list or that there are none of.
/// </summary>
/// <param name="Scope">Its snapshot.</param>
/// <param name="Resource">The resource, or null.</param>
/// <param name="StandIn">What stands in its place, or null.</param>
internal sealed record Candidate(SnapshotScope Scope, ResourceItem? Resource, StandIn? StandIn)
{
    /// <summary>As findings name it.</summary>
    public ResourceReference Reference => Resource?.Reference ?? StandIn!.Reference;

    /// <summary>All resources in the snapshots that a policy runs on, in order.</summary>
    public static IEnumerable<Candidate> Of(IEnumerable<SnapshotScope> scopes, CompiledPolicy policy)
    {
        var type = policy.Policy.Resource;
        var types = new HashSet<string>(StringComparer.Ordinal) { type };
        foreach (var range in scopes.SelectMany(scope => ResourceRange.Of(scope, types, areMostlyCounted: true)))
        {
            foreach (var resource in range.Resources())
            {
                if (resource.Reference.Type == type && range.IsFor(policy))
                    yield return new Candidate(range.Scope, resource, null);
            }
            foreach (var standIn in range.StandInsFor(policy))
                yield return new Candidate(range.Scope, null, standIn);
        }
    }
}
