using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Plan;

/// <summary>The trust policy of the role that is assumed in each account: who may assume it.</summary>
internal static class TrustPolicy
{
    /// <summary>Lets one principal assume the role.</summary>
    /// <param name="principal">Its ARN.</param>
    /// <param name="externalId">What it must give with each AssumeRole, or null for nothing.</param>
    public static string Of(string principal, string? externalId) => PolicyDocument.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("Sid", "TrustCollector");
        writer.WriteString("Effect", "Allow");
        writer.WriteStartObject("Principal");
        writer.WriteString("AWS", principal);
        writer.WriteEndObject();
        writer.WriteString("Action", ApiOperations.AssumeRole.Permission);
        if (externalId is not null)
        {
            writer.WriteStartObject("Condition");
            writer.WriteStartObject("StringEquals");
            writer.WriteString("sts:ExternalId", externalId);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    });
}
