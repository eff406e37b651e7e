using System.Collections.Immutable;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Snapshots.Answers;

/// <summary>
/// What the answer of a call looks like at the top, from the AWS API references of IAM, STS and Organizations.
/// </summary>
/// <param name="FileName">Its file in a snapshot folder.</param>
/// <param name="Kind">The kind of its properties.</param>
/// <param name="Properties">The properties of which at least one must be there.</param>
internal sealed record AnswerShape(string FileName, JsonCellKind Kind, ImmutableArray<string> Properties)
{
    public static ImmutableArray<AnswerShape> All { get; } =
    [
        new(EvidenceFiles.AccessKeys, JsonCellKind.Array, ["AccessKeyMetadata"]),
        new(EvidenceFiles.AccountAliases, JsonCellKind.Array, ["AccountAliases"]),
        new(EvidenceFiles.AccountAuthorizationDetails, JsonCellKind.Array,
            ["UserDetailList", "GroupDetailList", "RoleDetailList", "Policies"]),
        new(EvidenceFiles.AccountPasswordPolicy, JsonCellKind.Object, ["PasswordPolicy"]),
        new(EvidenceFiles.AccountSummary, JsonCellKind.Object, ["SummaryMap"]),
        new(EvidenceFiles.CallerIdentity, JsonCellKind.String, ["UserId"]),
        new(EvidenceFiles.CredentialReportAnswer, JsonCellKind.String, ["Content"]),
        new(EvidenceFiles.MfaDevices, JsonCellKind.Array, ["MFADevices"]),
        new(EvidenceFiles.OpenIdConnectProviders, JsonCellKind.Array, ["OpenIDConnectProviderList"]),
        new(EvidenceFiles.OrganizationAccounts, JsonCellKind.Array, ["Accounts"]),
        new(EvidenceFiles.OrganizationsFeatures, JsonCellKind.Array, ["EnabledFeatures"]),
        new(EvidenceFiles.SamlProviders, JsonCellKind.Array, ["SAMLProviderList"]),
        new(EvidenceFiles.ServerCertificates, JsonCellKind.Array, ["ServerCertificateMetadataList"]),
        new(EvidenceFiles.Users, JsonCellKind.Array, ["Users"]),
        new(EvidenceFiles.VirtualMfaDevices, JsonCellKind.Array, ["VirtualMFADevices"]),
    ];

    public string Expected => string.Join(" or ", Properties);

    public bool Fits(JsonCell root) => Properties.Any(name => root.Property(name)?.Kind == Kind);
}
