namespace PolicyEval.Evaluation.Policies;

/// <summary>How to put a failure right; each part may be empty.</summary>
/// <param name="Console">By hand, in the AWS console.</param>
/// <param name="Cli">With the AWS CLI.</param>
/// <param name="Iac">With infrastructure as code.</param>
public sealed record PolicyRemediation(string Console, string Cli, string Iac)
{
    /// <summary>Nothing.</summary>
    public static PolicyRemediation None { get; } = new("", "", "");
}
