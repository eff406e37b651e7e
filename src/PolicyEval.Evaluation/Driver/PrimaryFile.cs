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

    /// <summary>What is needed, in words.</summary>
    public string Needs => $"{Name}, {Words}";

    /// <summary>The command that gets it.</summary>
    public string Command => EvidenceFiles.CommandOf(Name);

    /// <summary>The file of a resource type.</summary>
    public static PrimaryFile Of(string resourceType) =>
        ResourceSchema.PrimaryFileOf(resourceType) == EvidenceFiles.CredentialReport ? Report : Summary;

    /// <summary>Whether a snapshot holds it, or AWS's refusal of it: then it is in scope.</summary>
    public bool IsGivenIn(SnapshotScope scope) =>
        this == Summary ? scope.Snapshot.AccountSummary.Status != AnswerStatus.NotGiven : scope.Report.IsGiven;
}
