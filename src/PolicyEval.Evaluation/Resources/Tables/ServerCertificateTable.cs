using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Resources.Tables;

/// <summary>A server certificate that IAM stores.</summary>
internal static class ServerCertificateTable
{
    /// <summary>The fields (IAM API Reference, "ServerCertificateMetadata").</summary>
    public static RecordTable Table { get; } = new(
        ResourceSchema.ServerCertificateType,
        "A server certificate (TLS) that IAM stores.",
        EvidenceFiles.ServerCertificates,
        "ServerCertificateMetadataList[]",
        PropertyFields.Text("name", "ServerCertificateName", "The certificate's name."),
        PropertyFields.Text("id", "ServerCertificateId", "The stable id."),
        PropertyFields.Text("arn", "Arn", "The ARN."),
        PropertyFields.Text("path", "Path", "The path; /cloudfront/… for those of CloudFront."),
        PropertyFields.PastTime("upload_date", "UploadDate", "When the certificate was uploaded."),
        PropertyFields.Time("expiration", "Expiration", "When the certificate expires; mostly later than asOf."));
}
