using PolicyEval.Evaluation.Functions;
using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Evaluation.Resources.Joins;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Resources.Tables;

/// <summary>A managed policy.</summary>
internal static class PolicyTable
{
    private const string OfAws = "aws";

    /// <summary>The fields (IAM API Reference, "ManagedPolicyDetail").</summary>
    public static RecordTable Table { get; } = new(
        ResourceSchema.PolicyType,
        "A managed policy with its default version: each of the account, and those of AWS that are in use.",
        EvidenceFiles.AccountAuthorizationDetails,
        "Policies[]",
        PropertyFields.Text("name", "PolicyName", "The policy's name."),
        PropertyFields.Text("id", "PolicyId", "The stable id."),
        PropertyFields.Text("arn", "Arn", "The ARN."),
        PropertyFields.Text("path", "Path", "The path, such as / or /service-role/."),
        new RecordField(
            "is_aws_managed", CelType.Bool, "Arn", "Whether AWS owns the policy: the account in its ARN is aws.",
            policy => PropertyFields.Read(policy, "Arn", IsOfAws, null)),
        PropertyFields.Text("default_version_id", "DefaultVersionId", "The version in force, such as v1."),
        new RecordField(
            "document", PolicyDocument.DocumentType, "PolicyVersionList/Document",
            "The document of the version in force.", DocumentOf),
        PropertyFields.Count(
            "attachment_count", "AttachmentCount", "The number of users, groups and roles that have the policy."),
        PropertyFields.CountOrNull(
            "permissions_boundary_usage_count", "PermissionsBoundaryUsageCount",
            "The number of users and roles whose permissions the policy bounds. null: AWS did not say."),
        PropertyFields.Flag("is_attachable", "IsAttachable", "Whether it can be attached."),
        PropertyFields.PastTime("create_date", "CreateDate", "When the policy was made."),
        PropertyFields.PastTime("update_date", "UpdateDate", "When its newest version was made."),
        Names("attached_users", "UserDetailList", "The names of the users that have it.", (j, p) => j.UsersWith(p)),
        Names("attached_groups", "GroupDetailList", "The names of the groups that have it.", (j, p) => j.GroupsWith(p)),
        Names("attached_roles", "RoleDetailList", "The names of the roles that have it.", (j, p) => j.RolesWith(p)));

    private static RecordField Names(
        string name, string list, string meaning, Func<PolicyJoins, JsonRecord, FieldReading> read) =>
        new(name, CelType.List(CelType.String), list, meaning, policy => read(policy.Evidence.PolicyJoins, policy))
        {
            File = EvidenceFiles.AccountAuthorizationDetails,
        };

    private static (CelValue? Value, string Why) IsOfAws(JsonCell cell) =>
        cell.Kind == JsonCellKind.String && Arn.TryParse(cell.Text, out var arn, out _)
            ? (CelValue.Of(arn.Account == OfAws), "")
            : (null, Absence.NotAnArn);

    private static FieldReading DocumentOf(JsonRecord policy)
    {
        if (policy.Cell?.Find("PolicyVersionList") is not { Kind: JsonCellKind.Array } versions)
            return FieldReading.Unknown(policy.Answer, Absence.NoProperty);
        var inForce = versions.Children().Where(v => v.Find("IsDefaultVersion") is { Bool: true }).ToArray();
        if (inForce is not [var version])
            return FieldReading.Unknown(policy.Answer, Absence.NoVersionInForce, versions);
        var (value, why) = version.Find("Document") is { } cell
            ? Conversions.Document(cell)
            : (null, Absence.NoProperty);
        return value is { } document
            ? FieldReading.Known(document, policy.Answer, version.Find("Document"))
            : FieldReading.Unknown(policy.Answer, why, version.Find("Document"));
    }
}
