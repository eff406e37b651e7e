using PolicyEval.Evaluation.Driver;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Explaining;

/// <summary>A resource that may be explained.</summary>
/// <param name="Scope">Its snapshot.</param>
/// <param name="Resource">The resource; null for what stands for users that no row lists.</param>
/// <param name="Reference">As findings name it.</param>
internal sealed record Candidate(SnapshotScope Scope, ResourceItem? Resource, ResourceReference Reference)
{
    /// <summary>All resources of a type in the snapshots, in order.</summary>
    public static IEnumerable<Candidate> Of(IEnumerable<SnapshotScope> scopes, string type)
    {
        foreach (var range in scopes.SelectMany(ResourceRange.Of))
        {
            foreach (var resource in range.Resources())
            {
                if (resource.Reference.Type == type)
                    yield return new Candidate(range.Scope, resource, resource.Reference);
            }
            if (range.UnlistedUsers() is { } users && users.Type == type)
                yield return new Candidate(range.Scope, null, users);
        }
    }
}
