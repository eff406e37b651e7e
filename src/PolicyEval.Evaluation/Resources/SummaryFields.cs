using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Resources;

/// <summary>The numbers of GetAccountSummary, under AWS's own names (IAM API Reference, "GetAccountSummary").</summary>
internal static class SummaryFields
{
    /// <summary>All of them; the index is the slot.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "AccessKeysPerUserQuota",
        "AccountAccessKeysPresent",
        "AccountMFAEnabled",
        "AccountPasswordPresent",
        "AccountSigningCertificatesPresent",
        "AssumeRolePolicySizeQuota",
        "AttachedPoliciesPerGroupQuota",
        "AttachedPoliciesPerRoleQuota",
        "AttachedPoliciesPerUserQuota",
        "GlobalEndpointTokenVersion",
        "GroupPolicySizeQuota",
        "Groups",
        "GroupsPerUserQuota",
        "GroupsQuota",
        "InstanceProfiles",
        "InstanceProfilesQuota",
        "MFADevices",
        "MFADevicesInUse",
        "Policies",
        "PoliciesQuota",
        "PolicySizeQuota",
        "PolicyVersionsInUse",
        "PolicyVersionsInUseQuota",
        "Providers",
        "RolePolicySizeQuota",
        "Roles",
        "RolesQuota",
        "ServerCertificates",
        "ServerCertificatesQuota",
        "SigningCertificatesPerUserQuota",
        "UserPolicySizeQuota",
        "Users",
        "UsersQuota",
        "VersionsPerPolicyQuota",
    ];

    /// <summary>What a number means.</summary>
    public static string DocumentationOf(string field) => field switch
    {
        "AccountAccessKeysPresent" =>
            "The number of the root user's access keys, active or not. May be absent (GovCloud): "
            + "that is unknown, not 0.",
        "AccountMFAEnabled" => "1 if the root user has an MFA device, else 0.",
        "AccountPasswordPresent" => "1 if the root user has a password, else 0.",
        "AccountSigningCertificatesPresent" => "1 if the root user has a signing certificate, else 0.",
        _ when field.EndsWith("Quota", StringComparison.Ordinal) => "A limit of the account, as a number.",
        _ => "A number of the account, as AWS counts it.",
    };
}
