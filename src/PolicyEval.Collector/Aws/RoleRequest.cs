namespace PolicyEval.Collector.Aws;

/// <summary>A role to assume.</summary>
/// <param name="RoleArn">Its ARN: <see cref="ArnOf"/>.</param>
/// <param name="SessionName">The session's name, which CloudTrail of the other account shows.</param>
/// <param name="ExternalId">What the role's trust policy may demand; kept out of records. Null for none.</param>
/// <param name="Duration">How long the session may live: 15 minutes to 12 hours.</param>
internal sealed record RoleRequest(string RoleArn, string SessionName, string? ExternalId, TimeSpan Duration)
{
    /// <summary>One hour: what every role allows, chained ones too.</summary>
    public static TimeSpan DefaultDuration { get; } = TimeSpan.FromHours(1);

    /// <summary>The ARN of a role; its name may have a path (<c>audit/Reader</c>).</summary>
    public static string ArnOf(string partition, string account, string roleName) =>
        $"arn:{partition}:iam::{account}:role/{roleName}";
}
