using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Resources.Tables;

/// <summary>A managed policy, as whoever has it names it.</summary>
internal static class AttachedPolicyTable
{
    /// <summary>The fields (IAM API Reference, "AttachedPolicy").</summary>
    public static RecordTable Table { get; } = new(
        "aws.iam.attached_policy",
        "A managed policy, as the user, group or role names it that has it.",
        EvidenceFiles.AccountAuthorizationDetails,
        "AttachedManagedPolicies[]",
        PropertyFields.Text("name", "PolicyName", "The policy's name."),
        PropertyFields.Text(
            "arn", "PolicyArn", "The policy's ARN; of AWS's own, the account in it is aws, in every partition."));
}
