using System.Collections.Immutable;
using System.Text.Json;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Plan;

/// <summary>
/// The least privileges that a collection needs, as an IAM policy.
/// The actions are exact and sorted; IAM's own read actions know no narrower resource than all.
/// </summary>
internal static class PermissionPolicy
{
    // AWS answers GetCallerIdentity whatever the policies say, so to allow it would be one action too many.
    private static readonly ApiOperation[] NeedsNothing = [ApiOperations.GetCallerIdentity];

    /// <summary>What collecting one account needs: for its own credentials, or for the role in it.</summary>
    public static string OfAccount() => PolicyDocument.Write(writer => WriteRead(writer, CollectionPlan.Account));

    /// <summary>What the credentials need that only assume a role in every account.</summary>
    /// <param name="partition">The partition of the role's ARN, such as <c>aws</c>.</param>
    /// <param name="roleName">The role's name, with its path if it has one.</param>
    public static string OfRoleUser(string partition, string roleName) =>
        PolicyDocument.Write(writer => WriteAssumeRole(writer, partition, roleName));

    /// <summary>
    /// What the credentials need that list the organisation's accounts, collect their own and assume a role in the
    /// others.
    /// </summary>
    public static string OfOrganization(string partition, string roleName) => PolicyDocument.Write(writer =>
    {
        WriteRead(writer, [.. CollectionPlan.Account, .. CollectionPlan.Organization]);
        WriteAssumeRole(writer, partition, roleName);
    });

    private static void WriteRead(Utf8JsonWriter writer, ImmutableArray<PlannedCall> plan)
    {
        var actions = plan.Select(call => call.Operation)
            .Except(NeedsNothing)
            .Select(operation => operation.Permission)
            .Order(StringComparer.Ordinal);
        writer.WriteStartObject();
        writer.WriteString("Sid", "ReadEvidence");
        writer.WriteString("Effect", "Allow");
        writer.WriteStartArray("Action");
        foreach (var action in actions)
            writer.WriteStringValue(action);
        writer.WriteEndArray();
        writer.WriteString("Resource", "*");
        writer.WriteEndObject();
    }

    private static void WriteAssumeRole(Utf8JsonWriter writer, string partition, string roleName)
    {
        writer.WriteStartObject();
        writer.WriteString("Sid", "AssumeReadingRole");
        writer.WriteString("Effect", "Allow");
        writer.WriteString("Action", ApiOperations.AssumeRole.Permission);
        writer.WriteString("Resource", $"arn:{partition}:iam::*:role/{roleName}");
        writer.WriteEndObject();
    }
}
