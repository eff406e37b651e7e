using System.Collections.Immutable;
using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Resources.Tables;

/// <summary>An access key of an IAM user.</summary>
internal static class AccessKeyTable
{
    // IAM API Reference, "AccessKeyMetadata": no other word, and no other case.
    private static readonly ImmutableArray<string> Statuses = ["Active", "Inactive", "Expired"];

    /// <summary>The fields (IAM API Reference, "AccessKeyMetadata").</summary>
    public static RecordTable Table { get; } = new(
        ResourceSchema.AccessKeyType,
        "An access key of an IAM user; root's keys are in no list.",
        EvidenceFiles.AccessKeys,
        "AccessKeyMetadata[]",
        PropertyFields.Text("id", "AccessKeyId", "The key's id, of which a sealed snapshot has the last four letters."),
        PropertyFields.Text("user_name", "UserName", "The user's name."),
        PropertyFields.Text("status", "Status", "Active, Inactive or Expired.") with
        {
            Domain = new FieldDomain { Values = Statuses },
        },
        new RecordField(
            "is_active", CelType.Bool, "Status", "Whether the key is active.",
            key => PropertyFields.Read(key, "Status", IsActive, null)),
        PropertyFields.PastTime("create_date", "CreateDate", "When the key was made."));

    private static (CelValue? Value, string Why) IsActive(JsonCell cell) =>
        cell.Kind != JsonCellKind.String ? (null, Absence.NotAText)
            : Statuses.Contains(cell.Text) ? (CelValue.Of(cell.Text == Statuses[0]), "")
            : (null, Absence.NotAStatus);
}
