using System.Collections.Frozen;

namespace PolicyEval.Evaluation.Resources;

/// <summary>
/// What the columns of the credential report mean (IAM User Guide, "Getting credential reports for your AWS account"),
/// with the tokens that stand instead of values.
/// </summary>
internal static class ColumnDocumentation
{
    private static readonly FrozenDictionary<string, string> ByColumn = new Dictionary<string, string>
    {
        ["user"] = "The user's name; <root_account> for the root user.",
        ["arn"] = "The user's ARN; for the root user it ends in :root.",
        ["user_creation_time"] = "When the user was made; for the root user, when the account was made.",
        ["password_enabled"] = "Whether the user has a console password. not_supported for root in old reports.",
        ["password_last_used"] =
            "When the password was last used, to about 5 minutes. null: never or not since 2014-10-20 "
            + "(no_information), or no password (N/A).",
        ["password_last_changed"] = "When the password was last set. null: no password (N/A). not_supported for root.",
        ["password_next_rotation"] =
            "When the password must be changed. null: no password or no such rule (N/A). not_supported for root.",
        ["mfa_active"] = "Whether an MFA device is enabled.",
        ["access_key_active"] = "Whether the access key of this slot is active. false: inactive, or there is no key.",
        ["access_key_last_rotated"] =
            "When the access key of this slot was made or last changed. null: no key (N/A). An inactive key "
            + "keeps its date.",
        ["access_key_last_used_date"] =
            "When the access key of this slot was last used, to about 15 minutes. null: no key, never, or not "
            + "since 2015-04-22 (N/A).",
        ["access_key_last_used_region"] = "The region of the last use. null: no key or no use (N/A).",
        ["access_key_last_used_service"] = "The service of the last use. null: no key or no use (N/A).",
        ["cert_active"] = "Whether the X.509 signing certificate of this slot is active.",
        ["cert_last_rotated"] = "When the signing certificate of this slot was made or last changed. null: none (N/A).",
        ["additional_credentials_info"] =
            "Says that the user has more access keys or certificates than the report shows, and how to list "
            + "them. Empty or null: no more.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The documentation of a known column.</summary>
    public static string Of(string column) => ByColumn[column.Replace("_1_", "_").Replace("_2_", "_")];
}
