using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Resources.Joins;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Driver;

/// <summary>A file without which nothing can be assessed.</summary>
/// <param name="Name">Its name in a snapshot.</param>
internal sealed record PrimaryFile(string Name)
{
    /// <summary>What is needed, in words.</summary>
    public string Needs => $"{Name}, {EvidenceFiles.WordsOf(Name)}";

    /// <summary>The command that gets it.</summary>
    public string Command => EvidenceFiles.CommandOf(Name);

    /// <summary>
    /// The file that lists the resources of a policy; of what is always there, the first that the policy reads.
    /// </summary>
    public static PrimaryFile Of(CompiledPolicy policy)
    {
        var type = policy.Policy.Resource;
        var own = ResourceSchema.PrimaryFileOf(type);
        var isListed = Populations.All.Any(population => population.Table.Name == type);
        return new PrimaryFile(
            isListed || policy.Files.Contains(own) ? own : policy.Files.FirstOrDefault() ?? own);
    }

    /// <summary>The file that a finding misses.</summary>
    public static PrimaryFile Of(string missing) =>
        new(missing == EvidenceFiles.CredentialReportAnswer ? EvidenceFiles.CredentialReport : missing);
}
