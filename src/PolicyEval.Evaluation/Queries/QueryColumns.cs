namespace PolicyEval.Evaluation.Queries;

/// <summary>The columns of the steps, beside those of the report. No name is one of the report's.</summary>
internal static class QueryColumns
{
    /// <summary>What the row is: see <see cref="RowShape"/>.</summary>
    public const string Shape = "row_shape";

    /// <summary>The type of the resource; NULL for a row that cannot be used.</summary>
    public const string ResourceType = "resource_type";

    /// <summary>The account's id.</summary>
    public const string Account = "account";

    /// <summary>The account's partition.</summary>
    public const string Partition = "account_partition";

    /// <summary>The raw text that tells the instant.</summary>
    public const string AsOf = "as_of";

    /// <summary>The seconds of that, before it is looked at whether they are in range.</summary>
    public const string AsOfRead = "as_of_read";

    /// <summary>The instant in seconds since 1970; NULL where nothing tells it.</summary>
    public const string AsOfSecond = "as_of_second";

    /// <summary>The user's name as the result has it.</summary>
    public const string Resource = "resource";

    /// <summary>The ARN as the result has it.</summary>
    public const string ResourceArn = "resource_arn";

    /// <summary>Whether a report has a row of an account's root user.</summary>
    public const string HasRoot = "has_root";

    /// <summary>Whether a report has a row of a user of an account.</summary>
    public const string HasUsers = "has_users";

    /// <summary>The number of a policy in the statement.</summary>
    public const string PolicyNumber = "policy_number";

    /// <summary>The type of the resources of a policy.</summary>
    public const string PolicyType = "policy_resource_type";

    /// <summary>The value of a cell.</summary>
    public static string ValueOf(string column) => column + "_value";

    /// <summary>Whether a cell is null.</summary>
    public static string NullOf(string column) => column + "_null";

    /// <summary>The seconds of a cell, before it is looked at whether they are in range.</summary>
    public static string ReadOf(string column) => column + "_read";
}
