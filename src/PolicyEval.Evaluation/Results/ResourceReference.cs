namespace PolicyEval.Evaluation.Results;

/// <summary>What a finding is about.</summary>
/// <param name="Type">The resource type, such as <c>aws.iam.user</c>.</param>
/// <param name="Id">
/// The name within its account: a user's name, <c>&lt;root_account&gt;</c>, an account's id, or <see cref="Unlisted"/>.
/// </param>
/// <param name="Arn">The ARN, or empty where the evidence has none.</param>
/// <param name="Account">The account's id of 12 digits, or empty where the evidence does not tell it.</param>
public sealed record ResourceReference(string Type, string Id, string Arn, string Account)
{
    /// <summary>The id of a root user, as the credential report has it; an IAM user may be called root.</summary>
    public const string RootUser = "<root_account>";

    /// <summary>
    /// The id that stands for all resources of a type: where the evidence that lists them is missing, and where it
    /// shows that there are none. No IAM user can be called so.
    /// </summary>
    public const string Unlisted = "*";
}
