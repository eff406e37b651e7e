using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Language.Types;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Resources.Tables;

/// <summary>An OpenID Connect identity provider.</summary>
internal static class OidcProviderTable
{
    /// <summary>The fields (IAM API Reference, "OpenIDConnectProviderListEntry").</summary>
    public static RecordTable Table { get; } = new(
        ResourceSchema.OidcProviderType,
        "An OpenID Connect identity provider.",
        EvidenceFiles.OpenIdConnectProviders,
        "OpenIDConnectProviderList[]",
        PropertyFields.Text("arn", "Arn", "The ARN."),
        new RecordField(
            "url", CelType.String, "Arn", "The issuer's address without https://: the end of its ARN.",
            provider => PropertyFields.Read(provider, "Arn", SamlProviderTable.NameOf, null)));
}
