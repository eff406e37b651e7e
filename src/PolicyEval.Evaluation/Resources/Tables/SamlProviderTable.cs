using PolicyEval.Evaluation.Functions;
using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Resources.Tables;

/// <summary>A SAML identity provider.</summary>
internal static class SamlProviderTable
{
    /// <summary>The fields (IAM API Reference, "SAMLProviderListEntry").</summary>
    public static RecordTable Table { get; } = new(
        ResourceSchema.SamlProviderType,
        "A SAML identity provider.",
        EvidenceFiles.SamlProviders,
        "SAMLProviderList[]",
        PropertyFields.Text("arn", "Arn", "The ARN."),
        new RecordField(
            "name", CelType.String, "Arn", "The provider's name: the end of its ARN.",
            provider => PropertyFields.Read(provider, "Arn", NameOf, null)),
        PropertyFields.PastTimeOrNull("create_date", "CreateDate", "When it was made. null: AWS did not say."),
        PropertyFields.TimeOrNull(
            "valid_until", "ValidUntil", "When its metadata expires; mostly later than asOf. null: AWS did not say."));

    /// <summary>The end of an ARN: what stands behind its resource's type.</summary>
    public static (CelValue? Value, string Why) NameOf(JsonCell cell) =>
        cell.Kind == JsonCellKind.String && Arn.TryParse(cell.Text, out var arn, out _)
            ? (CelValue.Of(arn.ResourceId), "")
            : (null, Absence.NotAnArn);
}
