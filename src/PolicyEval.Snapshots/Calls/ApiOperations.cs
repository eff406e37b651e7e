using System.Collections.Immutable;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// Every operation that the collector can call: a closed set, and each only reads (GenerateCredentialReport makes AWS
/// compute the report, AssumeRole gives the session in which to read). Source: the API references of IAM
/// (2010-05-08), STS (2011-06-15) and Organizations (2016-11-28).
/// </summary>
public static class ApiOperations
{
    /// <summary>Who the caller is. Needs no permission.</summary>
    public static ApiOperation GetCallerIdentity { get; } = Sts("GetCallerIdentity", EvidenceFiles.CallerIdentity);

    /// <summary>Opens a session in another account. Its answer holds credentials and is never kept.</summary>
    public static ApiOperation AssumeRole { get; } = Sts("AssumeRole", null);

    /// <summary>Makes AWS compute the credential report, at most every four hours.</summary>
    public static ApiOperation GenerateCredentialReport { get; } = Iam("GenerateCredentialReport", null);

    /// <summary>The credential report: base64 CSV and the time when AWS generated it.</summary>
    public static ApiOperation GetCredentialReport { get; } =
        Iam("GetCredentialReport", EvidenceFiles.CredentialReportAnswer);

    /// <summary>Counts and quotas of the account.</summary>
    public static ApiOperation GetAccountSummary { get; } = Iam("GetAccountSummary", EvidenceFiles.AccountSummary);

    /// <summary>The password policy; NoSuchEntity where the account has none.</summary>
    public static ApiOperation GetAccountPasswordPolicy { get; } =
        Iam("GetAccountPasswordPolicy", EvidenceFiles.AccountPasswordPolicy);

    /// <summary>Users, groups, roles and policies with their documents.</summary>
    public static ApiOperation GetAccountAuthorizationDetails { get; } =
        Iam("GetAccountAuthorizationDetails", EvidenceFiles.AccountAuthorizationDetails, Paging.Marker);

    /// <summary>Virtual MFA devices, assigned and not.</summary>
    public static ApiOperation ListVirtualMfaDevices { get; } =
        Iam("ListVirtualMFADevices", EvidenceFiles.VirtualMfaDevices, Paging.Marker);

    /// <summary>Server certificates that are kept in IAM.</summary>
    public static ApiOperation ListServerCertificates { get; } =
        Iam("ListServerCertificates", EvidenceFiles.ServerCertificates, Paging.Marker);

    /// <summary>The account's alias.</summary>
    public static ApiOperation ListAccountAliases { get; } =
        Iam("ListAccountAliases", EvidenceFiles.AccountAliases, Paging.Marker);

    /// <summary>SAML identity providers.</summary>
    public static ApiOperation ListSamlProviders { get; } = Iam("ListSAMLProviders", EvidenceFiles.SamlProviders);

    /// <summary>OpenID Connect identity providers.</summary>
    public static ApiOperation ListOpenIdConnectProviders { get; } =
        Iam("ListOpenIDConnectProviders", EvidenceFiles.OpenIdConnectProviders);

    /// <summary>The users: the population that the report's rows are compared with.</summary>
    public static ApiOperation ListUsers { get; } = Iam("ListUsers", EvidenceFiles.Users, Paging.Marker);

    /// <summary>The MFA devices of one user, hardware ones too.</summary>
    public static ApiOperation ListMfaDevices { get; } =
        Iam("ListMFADevices", EvidenceFiles.MfaDevices, Paging.Marker, CallScope.User);

    /// <summary>The access keys of one user; ids are masked to the last four before anything is written.</summary>
    public static ApiOperation ListAccessKeys { get; } =
        Iam("ListAccessKeys", EvidenceFiles.AccessKeys, Paging.Marker, CallScope.User);

    /// <summary>Whether root access is managed centrally; only the management account may ask.</summary>
    public static ApiOperation ListOrganizationsFeatures { get; } =
        Iam("ListOrganizationsFeatures", EvidenceFiles.OrganizationsFeatures);

    /// <summary>The accounts of the organisation.</summary>
    public static ApiOperation ListAccounts { get; } =
        new("organizations", "ListAccounts", EvidenceFiles.OrganizationAccounts, Paging.NextToken,
            CallScope.Organization);

    /// <summary>All of them.</summary>
    public static ImmutableArray<ApiOperation> All { get; } =
    [
        AssumeRole, GetCallerIdentity, GenerateCredentialReport, GetCredentialReport, GetAccountSummary,
        GetAccountPasswordPolicy, GetAccountAuthorizationDetails, ListVirtualMfaDevices, ListServerCertificates,
        ListAccountAliases, ListSamlProviders, ListOpenIdConnectProviders, ListUsers, ListMfaDevices, ListAccessKeys,
        ListOrganizationsFeatures, ListAccounts,
    ];

    /// <summary>The operation of that permission, such as <c>iam:ListUsers</c>, or null.</summary>
    public static ApiOperation? Find(string permission) =>
        All.FirstOrDefault(operation => operation.Permission == permission);

    private static ApiOperation Iam(
        string action, string? file, Paging paging = Paging.None, CallScope scope = CallScope.Account) =>
        new("iam", action, file, paging, scope);

    private static ApiOperation Sts(string action, string? file) =>
        new("sts", action, file, Paging.None, CallScope.Account);
}
