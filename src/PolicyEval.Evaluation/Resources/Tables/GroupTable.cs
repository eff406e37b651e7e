using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Language.Types;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Resources.Tables;

/// <summary>An IAM group.</summary>
internal static class GroupTable
{
    /// <summary>The fields (IAM API Reference, "GroupDetail").</summary>
    public static RecordTable Table { get; } = new(
        ResourceSchema.GroupType,
        "An IAM group.",
        EvidenceFiles.AccountAuthorizationDetails,
        "GroupDetailList[]",
        PropertyFields.Text("name", "GroupName", "The group's name."),
        PropertyFields.Text("id", "GroupId", "The stable id."),
        PropertyFields.Text("arn", "Arn", "The ARN."),
        PropertyFields.Text("path", "Path", "The path, such as / or /division/."),
        PropertyFields.PastTime("create_date", "CreateDate", "When the group was made."),
        PropertyFields.Records(
            "inline_policies", "GroupPolicyList", "The policies that stand in the group.", InlinePolicyTable.Table),
        PropertyFields.Records(
            "attached_policies", "AttachedManagedPolicies", "The managed policies that are attached to the group.",
            AttachedPolicyTable.Table),
        new RecordField(
            "users", CelType.List(CelType.Record(ResourceSchema.UserType)), "UserDetailList",
            "The users in the group, with their rows.", group => group.Evidence.UserJoins.MembersOf(group))
        {
            File = EvidenceFiles.AccountAuthorizationDetails,
        });
}
