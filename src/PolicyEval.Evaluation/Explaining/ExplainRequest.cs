namespace PolicyEval.Evaluation.Explaining;

/// <summary>Which resources are explained.</summary>
/// <param name="Resource">
/// The id of a resource (a user's name, an account's id), its ARN, or <c>root</c> for the root user where the policy is
/// about root users; null for those that did not pass first.
/// </param>
/// <param name="Limit">How many are explained of each policy where none is named; at least 1.</param>
public sealed record ExplainRequest(string? Resource, int Limit = ExplainRequest.DefaultLimit)
{
    /// <summary>How many trees a person reads at a time.</summary>
    public const int DefaultLimit = 5;
}
