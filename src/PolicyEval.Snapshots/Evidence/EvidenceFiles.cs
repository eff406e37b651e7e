using System.Collections.Immutable;

namespace PolicyEval.Snapshots.Evidence;

/// <summary>The files that a snapshot folder may hold, and the AWS CLI commands that get them.</summary>
public static class EvidenceFiles
{
    /// <summary>The credential report as AWS wrote it.</summary>
    public const string CredentialReport = "credential-report.csv";

    /// <summary>
    /// The credential report as the AWS CLI prints it: base64 <c>Content</c> and <c>GeneratedTime</c>.
    /// </summary>
    public const string CredentialReportAnswer = "credential-report.json";

    /// <summary>GetAccountSummary.</summary>
    public const string AccountSummary = "account-summary.json";

    /// <summary>GetAccountPasswordPolicy.</summary>
    public const string AccountPasswordPolicy = "account-password-policy.json";

    /// <summary>GetAccountAuthorizationDetails.</summary>
    public const string AccountAuthorizationDetails = "account-authorization-details.json";

    /// <summary>ListVirtualMFADevices.</summary>
    public const string VirtualMfaDevices = "virtual-mfa-devices.json";

    /// <summary>ListServerCertificates.</summary>
    public const string ServerCertificates = "server-certificates.json";

    /// <summary>ListUsers.</summary>
    public const string Users = "users.json";

    /// <summary>ListMFADevices, of all users.</summary>
    public const string MfaDevices = "mfa-devices.json";

    /// <summary>ListAccessKeys, of all users, ids masked.</summary>
    public const string AccessKeys = "access-keys.json";

    /// <summary>ListAccountAliases.</summary>
    public const string AccountAliases = "account-aliases.json";

    /// <summary>ListSAMLProviders.</summary>
    public const string SamlProviders = "saml-providers.json";

    /// <summary>ListOpenIDConnectProviders.</summary>
    public const string OpenIdConnectProviders = "open-id-connect-providers.json";

    /// <summary>ListOrganizationsFeatures.</summary>
    public const string OrganizationsFeatures = "organizations-features.json";

    /// <summary>STS GetCallerIdentity.</summary>
    public const string CallerIdentity = "caller-identity.json";

    /// <summary>Organizations ListAccounts: in the snapshot of an organisation only.</summary>
    public const string OrganizationAccounts = "organization-accounts.json";

    /// <summary>All of them, sorted by name.</summary>
    public static ImmutableArray<KnownFile> All { get; } =
    [
        new(AccessKeys, "the access keys of all users", EachUser("list-access-keys", "AccessKeyMetadata", AccessKeys)),
        new(AccountAliases, "the account alias", Answer("list-account-aliases", AccountAliases)),
        new(
            AccountAuthorizationDetails, "the IAM authorization details: users, groups, roles and policies",
            Answer("get-account-authorization-details", AccountAuthorizationDetails)),
        new(
            AccountPasswordPolicy, "the IAM password policy",
            Answer("get-account-password-policy", AccountPasswordPolicy)),
        new(AccountSummary, "the IAM account summary", Answer("get-account-summary", AccountSummary)),
        new(CallerIdentity, "the identity of the collector", Answer("get-caller-identity", CallerIdentity, "sts")),
        // The CSV alone would lose GeneratedTime, so the command gets the answer that holds both.
        new(CredentialReport, "the IAM credential report", Answer("get-credential-report", CredentialReportAnswer)),
        new(
            CredentialReportAnswer, "the IAM credential report",
            Answer("get-credential-report", CredentialReportAnswer)),
        new(MfaDevices, "the MFA devices of all users", EachUser("list-mfa-devices", "MFADevices", MfaDevices)),
        new(
            OpenIdConnectProviders, "the OpenID Connect providers",
            Answer("list-open-id-connect-providers", OpenIdConnectProviders)),
        new(
            OrganizationAccounts, "the accounts of the organization",
            Answer("list-accounts", OrganizationAccounts, "organizations")),
        new(
            OrganizationsFeatures, "the features of central root access",
            Answer("list-organizations-features", OrganizationsFeatures)),
        new(SamlProviders, "the SAML providers", Answer("list-saml-providers", SamlProviders)),
        new(ServerCertificates, "the server certificates", Answer("list-server-certificates", ServerCertificates)),
        new(Users, "the IAM users", Answer("list-users", Users)),
        new(VirtualMfaDevices, "the virtual MFA devices", Answer("list-virtual-mfa-devices", VirtualMfaDevices)),
    ];

    /// <summary>The known file of that name (exactly), or null.</summary>
    public static KnownFile? Find(string name)
    {
        foreach (var file in All)
        {
            if (file.Name == name)
                return file;
        }

        return null;
    }

    /// <summary>The AWS CLI command that gets a known file; empty for any other name.</summary>
    public static string CommandOf(string name) => Find(name)?.Command ?? "";

    /// <summary>What a known file is, for people; empty for any other name.</summary>
    public static string WordsOf(string name) => Find(name)?.Words ?? "";

    private static string Answer(string operation, string file, string service = "iam") =>
        $"aws {service} {operation} --output json > {file}";

    /// <summary>One call for each user, their lists joined under the one name.</summary>
    private static string EachUser(string operation, string list, string file) =>
        "for u in $(aws iam list-users --query 'Users[].UserName' --output text); do "
        + $"aws iam {operation} --user-name \"$u\" --output json; done "
        + $"| jq -s '{{{list}: [.[].{list}[]]}}' > {file}";
}
