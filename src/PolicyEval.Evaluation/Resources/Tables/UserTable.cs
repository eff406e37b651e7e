using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Language.Types;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Resources.Tables;

/// <summary>What the answers say of an IAM user, beside the columns of the credential report.</summary>
internal static class UserTable
{
    /// <summary>The name, for a user without a row.</summary>
    public static RecordField Name { get; } = PropertyFields.Text("user", "UserName", "The user's name.");

    /// <summary>The ARN, for a user without a row.</summary>
    public static RecordField Arn { get; } = PropertyFields.Text("arn", "Arn", "The user's ARN.");

    /// <summary>The fields (IAM API Reference, "UserDetail").</summary>
    public static RecordTable Table { get; } = new(
        ResourceSchema.UserType,
        "An IAM user: a row of the credential report, with all that belongs to the user. Without a report, the users "
        + "are those of the authorization details, and the columns of the report are unknown but for `user` and `arn`.",
        EvidenceFiles.AccountAuthorizationDetails,
        "UserDetailList[]",
        PropertyFields.Text("path", "Path", "The path, such as / or /division/."),
        new RecordField(
            "groups", CelType.List(CelType.Record(ResourceSchema.GroupType)), "GroupList",
            "The groups that the user is in.", user => user.Evidence.UserJoins.GroupsOf(user)),
        PropertyFields.Records(
            "inline_policies", "UserPolicyList", "The policies that stand in the user.", InlinePolicyTable.Table),
        PropertyFields.Records(
            "attached_policies", "AttachedManagedPolicies",
            "The managed policies that are attached to the user: not those of the user's groups.",
            AttachedPolicyTable.Table),
        new RecordField(
            "access_keys", CelType.List(CelType.Record(ResourceSchema.AccessKeyType)), "AccessKeyMetadata",
            "The user's access keys, active or not.", user => user.Evidence.UserJoins.KeysOf(user))
        {
            File = EvidenceFiles.AccessKeys,
        },
        new RecordField(
            "mfa_devices", CelType.List(CelType.Record(ResourceSchema.MfaDeviceType)), "MFADevices",
            "The user's MFA devices of every kind.", user => user.Evidence.UserJoins.DevicesOf(user))
        {
            File = EvidenceFiles.MfaDevices,
        },
        PropertyFields.TextOrNull(
            "permissions_boundary", "PermissionsBoundary/PermissionsBoundaryArn",
            "The ARN of the policy that bounds the user's permissions. null: none."),
        PropertyFields.Tags());
}
