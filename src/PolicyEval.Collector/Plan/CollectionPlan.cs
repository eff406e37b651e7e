using System.Collections.Immutable;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Plan;

/// <summary>
/// What a collection asks AWS, in the order of asking. The plan is the scope of the snapshot, the dry run prints it,
/// and
/// the least-privilege policy is derived from it: there is no other list of calls. The door of this folder.
/// </summary>
internal static class CollectionPlan
{
    /// <summary>
    /// One account. The users are listed right after the report, so that as few as possible come or go in between.
    /// </summary>
    public static ImmutableArray<PlannedCall> Account { get; } =
    [
        new(ApiOperations.GetCallerIdentity, "names the account, and who collects"),
        new(ApiOperations.GenerateCredentialReport, "makes AWS compute the report; asked until it is complete"),
        new(ApiOperations.GetCredentialReport, "the report: passwords, keys, MFA and certificates of each user"),
        new(ApiOperations.ListUsers, "the population that the report's rows are compared with"),
        new(ApiOperations.GetAccountSummary, "counts, and whether root has MFA and access keys"),
        new(ApiOperations.GetAccountPasswordPolicy, "the password policy; that there is none is an answer too"),
        new(ApiOperations.GetAccountAuthorizationDetails, "users, groups, roles and policies with their documents"),
        new(ApiOperations.ListVirtualMfaDevices, "whether root's MFA is virtual or hardware"),
        new(ApiOperations.ListServerCertificates, "certificates in IAM, and when they expire"),
        new(ApiOperations.ListAccountAliases, "the name that people know the account by"),
        new(ApiOperations.ListSamlProviders, "who else may vouch for users: SAML"),
        new(ApiOperations.ListOpenIdConnectProviders, "who else may vouch for users: OpenID Connect"),
        new(ApiOperations.ListMfaDevices, "hardware MFA devices, which no other answer shows"),
        new(ApiOperations.ListAccessKeys, "every key, where the report has columns for two; ids are masked"),
        new(ApiOperations.ListOrganizationsFeatures, "whether root access is managed centrally"),
    ];

    /// <summary>The accounts of an organisation: the population of a run over all of them.</summary>
    public static ImmutableArray<PlannedCall> Organization { get; } =
    [
        new(ApiOperations.GetCallerIdentity, "names the account, and who collects"),
        new(ApiOperations.ListAccounts, "the accounts of the organisation, active and not"),
    ];

    /// <summary>The operations of a plan, in its order.</summary>
    public static ImmutableArray<ApiOperation> OperationsOf(ImmutableArray<PlannedCall> plan) =>
        [.. plan.Select(call => call.Operation)];
}
