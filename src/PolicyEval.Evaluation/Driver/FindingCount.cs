using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Findings of a policy that nobody wants one by one.</summary>
/// <param name="Policy">The index of the policy.</param>
/// <param name="Account">The account that they are about; empty for an unknown one.</param>
/// <param name="Outcome">The outcome of each.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct FindingCount(int Policy, string Account, Outcome Outcome, int Count)
{
    /// <summary>Where evidence is missing, the file that should hold it (of the first); else null.</summary>
    public string? MissingFile { get; init; }

    /// <summary>One finding, by its verdict.</summary>
    public static FindingCount Of(int policy, string account, Verdict verdict) =>
        new(policy, account, verdict.Outcome, 1) { MissingFile = verdict.MissingFile };
}
