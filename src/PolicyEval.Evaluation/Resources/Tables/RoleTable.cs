using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Resources.Tables;

/// <summary>An IAM role.</summary>
internal static class RoleTable
{
    /// <summary>The fields (IAM API Reference, "RoleDetail").</summary>
    public static RecordTable Table { get; } = new(
        ResourceSchema.RoleType,
        "An IAM role, those of AWS's services among them.",
        EvidenceFiles.AccountAuthorizationDetails,
        "RoleDetailList[]",
        PropertyFields.Text("name", "RoleName", "The role's name."),
        PropertyFields.Text("id", "RoleId", "The stable id."),
        PropertyFields.Text("arn", "Arn", "The ARN."),
        PropertyFields.Text("path", "Path", "The path; /aws-service-role/… for roles that AWS's services made."),
        PropertyFields.PastTime("create_date", "CreateDate", "When the role was made."),
        PropertyFields.Document("trust_policy", "AssumeRolePolicyDocument", "Who may assume the role."),
        PropertyFields.Records(
            "inline_policies", "RolePolicyList", "The policies that stand in the role.", InlinePolicyTable.Table),
        PropertyFields.Records(
            "attached_policies", "AttachedManagedPolicies", "The managed policies that are attached to the role.",
            AttachedPolicyTable.Table),
        PropertyFields.Records(
            "instance_profiles", "InstanceProfileList", "The instance profiles that hold the role.",
            InstanceProfileTable.Table),
        PropertyFields.TextOrNull(
            "permissions_boundary", "PermissionsBoundary/PermissionsBoundaryArn",
            "The ARN of the policy that bounds the role's permissions. null: none."),
        PropertyFields.PastTimeOrNull(
            "last_used", "RoleLastUsed/LastUsedDate", "When the role was last used. null: not in the last 400 days."),
        PropertyFields.TextOrNull(
            "last_used_region", "RoleLastUsed/Region", "Where the role was last used. null: not in the last 400 days."),
        PropertyFields.Tags());
}
