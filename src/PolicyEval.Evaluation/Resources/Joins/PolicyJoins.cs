using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Resources.Joins;

/// <summary>Managed policies with who has them. Any number of threads may read.</summary>
internal sealed class PolicyJoins(SnapshotEvidence evidence)
{
    private readonly Lazy<NameIndex> _users = new(() => IndexOf(evidence.Users));
    private readonly Lazy<NameIndex> _groups = new(() => IndexOf(evidence.Groups));
    private readonly Lazy<NameIndex> _roles = new(() => IndexOf(evidence.Roles));

    /// <summary>The names of the users that have a policy.</summary>
    public FieldReading UsersWith(JsonRecord policy) => NamesOf(policy, _users.Value, "UserName");

    /// <summary>The names of the groups that have a policy.</summary>
    public FieldReading GroupsWith(JsonRecord policy) => NamesOf(policy, _groups.Value, "GroupName");

    /// <summary>The names of the roles that have a policy.</summary>
    public FieldReading RolesWith(JsonRecord policy) => NamesOf(policy, _roles.Value, "RoleName");

    private static NameIndex IndexOf(EvidenceList owners) =>
        NameIndex.OfObjects(owners, "AttachedManagedPolicies", "PolicyArn");

    private static FieldReading NamesOf(JsonRecord policy, NameIndex index, string property) =>
        policy.TextOf("Arn") is { } arn
            ? index.AllOf(arn, owner => CelValue.Of(owner.TextOf(property) ?? owner.Cell!.Value.Field))
            : FieldReading.Unknown(policy.Answer, Absence.NoProperty);
}
