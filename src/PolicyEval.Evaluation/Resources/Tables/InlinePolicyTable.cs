using System.Collections.Immutable;
using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Evaluation.Resources.Joins;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Resources.Tables;

/// <summary>A policy that stands in a user, a group or a role.</summary>
internal static class InlinePolicyTable
{
    /// <summary>The words of the owners, with where their policies and their names stand.</summary>
    private static readonly ImmutableArray<(string Word, string List, string Name)> Owners =
        [("user", "UserPolicyList", "UserName"), ("group", "GroupPolicyList", "GroupName"),
            ("role", "RolePolicyList", "RoleName")];

    /// <summary>The fields (IAM API Reference, "PolicyDetail").</summary>
    public static RecordTable Table { get; } = new(
        ResourceSchema.InlinePolicyType,
        "A policy that stands in a user, a group or a role, and goes with it; there AWS calls the list UserPolicyList, "
        + "GroupPolicyList or RolePolicyList.",
        EvidenceFiles.AccountAuthorizationDetails,
        "UserPolicyList[]",
        PropertyFields.Text("name", "PolicyName", "The policy's name, unique in its owner."),
        PropertyFields.Document("document", "PolicyDocument", "The document."),
        new RecordField(
            "owner_type", CelType.String, "UserPolicyList", "What it stands in: user, group or role.", OwnerTypeOf)
        {
            File = EvidenceFiles.AccountAuthorizationDetails,
            Domain = new FieldDomain { Values = [.. Owners.Select(owner => owner.Word)] },
        },
        new RecordField(
            "owner_name", CelType.String, "UserName", "The name of the user, group or role.",
            policy => PropertyFields.Read(policy.Owner!, OwnerOf(policy).Name, Conversions.Text, null))
        {
            File = EvidenceFiles.AccountAuthorizationDetails,
        },
        new RecordField(
            "owner_arn", CelType.String, "Arn", "The ARN of the user, group or role.",
            policy => PropertyFields.Read(policy.Owner!, "Arn", Conversions.Text, null))
        {
            File = EvidenceFiles.AccountAuthorizationDetails,
        });

    /// <summary>All of a snapshot that are here: those of users, of groups, of roles.</summary>
    public static IEnumerable<JsonRecord> In(SnapshotEvidence evidence)
    {
        var owners = evidence.Users.Records.Concat(evidence.Groups.Records).Concat(evidence.Roles.Records);
        foreach (var owner in owners)
        {
            if (owner.Cell?.Find(OwnerOfTable(owner.Table).List) is not { } list)
                continue;
            foreach (var policy in PropertyFields.Elements(owner, list, Table))
                yield return policy;
        }
    }

    /// <summary>The id of a policy: <c>user/alice/name</c>.</summary>
    public static string IdOf(JsonRecord policy)
    {
        var owner = OwnerOf(policy);
        var name = policy.TextOf("PolicyName") ?? policy.Cell!.Value.Field;
        return $"{owner.Word}/{policy.Owner!.TextOf(owner.Name) ?? policy.Owner.Cell!.Value.Field}/{name}";
    }

    private static FieldReading OwnerTypeOf(JsonRecord policy) =>
        FieldReading.Known(CelValue.Of(OwnerOf(policy).Word), policy.Answer, policy.Cell);

    private static (string Word, string List, string Name) OwnerOf(JsonRecord policy) =>
        OwnerOfTable(policy.Owner!.Table);

    private static (string Word, string List, string Name) OwnerOfTable(RecordTable table) =>
        Owners[table == UserTable.Table ? 0 : table == GroupTable.Table ? 1 : 2];
}
