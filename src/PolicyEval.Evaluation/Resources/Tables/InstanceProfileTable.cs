using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Resources.Tables;

/// <summary>An instance profile of a role.</summary>
internal static class InstanceProfileTable
{
    /// <summary>The fields (IAM API Reference, "InstanceProfile").</summary>
    public static RecordTable Table { get; } = new(
        "aws.iam.instance_profile",
        "An instance profile, as its role holds it.",
        EvidenceFiles.AccountAuthorizationDetails,
        "InstanceProfileList[]",
        PropertyFields.Text("name", "InstanceProfileName", "The profile's name."),
        PropertyFields.Text("id", "InstanceProfileId", "The stable id."),
        PropertyFields.Text("arn", "Arn", "The ARN."),
        PropertyFields.Text("path", "Path", "The path, such as /."),
        PropertyFields.PastTime("create_date", "CreateDate", "When the profile was made."));
}
