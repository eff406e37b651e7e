using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Evaluation.Resources.Joins;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Resources.Tables;

/// <summary>The password policy of an account, which may be none.</summary>
internal static class PasswordPolicyTable
{
    private const string Own = "PasswordPolicy";

    /// <summary>The fields (IAM API Reference, "PasswordPolicy").</summary>
    public static RecordTable Table { get; } = new(
        ResourceSchema.PasswordPolicyType,
        "The password policy of an account: one for each account, also where the account has none and AWS's default "
        + "applies. Ask for `exists` first: without a policy what AWS always writes is unknown, and what it may leave "
        + "out is null.",
        EvidenceFiles.AccountPasswordPolicy,
        Own,
        new RecordField(
            "exists", CelType.Bool, Own, "Whether the account has a password policy of its own.", ExistsIn)
        {
            File = EvidenceFiles.AccountPasswordPolicy,
        },
        PropertyFields.Count(
            "minimum_password_length", "MinimumPasswordLength", "The least number of characters, 6 to 128."),
        PropertyFields.Flag("require_symbols", "RequireSymbols", "Whether a symbol is required."),
        PropertyFields.Flag("require_numbers", "RequireNumbers", "Whether a digit is required."),
        PropertyFields.Flag(
            "require_uppercase_characters", "RequireUppercaseCharacters", "Whether an upper-case letter is required."),
        PropertyFields.Flag(
            "require_lowercase_characters", "RequireLowercaseCharacters", "Whether a lower-case letter is required."),
        PropertyFields.Flag(
            "allow_users_to_change_password", "AllowUsersToChangePassword",
            "Whether users may change their own passwords."),
        PropertyFields.Flag(
            "expire_passwords", "ExpirePasswords",
            "Whether passwords expire, as AWS says; it follows from max_password_age, which tells how soon."),
        OrNull(PropertyFields.CountOrNull(
            "max_password_age", "MaxPasswordAge", "After how many days passwords expire. null: never; 0 too.")),
        OrNull(PropertyFields.CountOrNull(
            "password_reuse_prevention", "PasswordReusePrevention",
            "How many earlier passwords may not be used again, 1 to 24. null: any may.")),
        OrNull(PropertyFields.FlagOrNull(
            "hard_expiry", "HardExpiry",
            "Whether who lets a password expire needs an administrator. null: the policy does not say.")));

    /// <summary>The password policy of a snapshot.</summary>
    public static JsonRecord RecordOf(SnapshotEvidence evidence)
    {
        var answer = evidence.Snapshot.AnswerOf(EvidenceFiles.AccountPasswordPolicy);
        var cell = answer.Status == AnswerStatus.Given ? answer.Find(Own) : null;
        return new JsonRecord(Table, evidence, answer, cell)
        {
            WhyAbsent = answer.Status == AnswerStatus.NoSuchEntity ? Absence.NoPasswordPolicy : Absence.Of(answer),
        };
    }

    private static FieldReading ExistsIn(JsonRecord policy) => policy.Answer.Status switch
    {
        AnswerStatus.Given => FieldReading.Known(CelValue.True, policy.Answer, policy.Cell),
        AnswerStatus.NoSuchEntity => FieldReading.Known(CelValue.False, policy.Answer, NoneIn(policy)),
        _ => FieldReading.Unknown(policy.Answer, policy.WhyAbsent),
    };

    /// <summary>The same field, null where there is no policy.</summary>
    private static RecordField OrNull(RecordField field) => field with
    {
        Read = policy => policy.Answer.Status == AnswerStatus.NoSuchEntity
            ? FieldReading.Known(CelValue.Null, policy.Answer, NoneIn(policy))
            : field.Read(policy),
    };

    private static JsonCell? NoneIn(JsonRecord policy) => policy.Answer.Find("Error/Code");
}
