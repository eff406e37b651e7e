using PolicyEval.Evaluation.Resources;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Driver;

/// <summary>The file without which nothing of a resource type can be assessed.</summary>
/// <param name="Name">Its name in a snapshot.</param>
/// <param name="Words">What it is, for people.</param>
internal sealed record PrimaryFile(string Name, string Words)
{
    private static readonly PrimaryFile Report = new(EvidenceFiles.CredentialReport, "the IAM credential report");
    private static readonly PrimaryFile Summary = new(EvidenceFiles.AccountSummary, "the IAM account summary");

    /// <summary>Whether a snapshot holds it.</summary>
    public enum Status
    {
        /// <summary>It is outside the snapshot.</summary>
        NotGiven,

        /// <summary>AWS refused it.</summary>
        Denied,

        /// <summary>It is there.</summary>
        Given,
    }

    /// <summary>What is needed, in words.</summary>
    public string Needs => $"{Name}, {Words}";

    /// <summary>The command that gets it.</summary>
    public string Command => EvidenceFiles.CommandOf(Name);

    /// <summary>The file of a resource type.</summary>
    public static PrimaryFile Of(string resourceType) =>
        ResourceSchema.PrimaryFileOf(resourceType) == EvidenceFiles.CredentialReport ? Report : Summary;

    /// <summary>Whether a snapshot holds it.</summary>
    public Status StatusIn(SnapshotScope scope)
    {
        if (this == Summary)
        {
            return scope.Snapshot.AccountSummary.Status switch
            {
                AnswerStatus.NotGiven => Status.NotGiven,
                AnswerStatus.Given => Status.Given,
                _ => Status.Denied,
            };
        }
        if (!scope.Report.IsGiven)
            return Status.NotGiven;
        return scope.Report.Report is null ? Status.Denied : Status.Given;
    }
}
