using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Periods;

/// <summary>
/// What one snapshot says of one account, without what is well: of a year of nights only what failed or was not seen is
/// kept.
/// </summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Account">The account.</param>
/// <param name="At">The instant at which it was judged.</param>
internal sealed record Observation(SnapshotReference Snapshot, string Account, DateTimeOffset At)
{
    private readonly HashSet<string> _blind = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unlisted = new(StringComparer.Ordinal);

    /// <summary>The failures by key.</summary>
    public Dictionary<string, Finding> Failures { get; } = new(StringComparer.Ordinal);

    /// <summary>What tells the failures of a resource from those of others, in every snapshot of the period.</summary>
    public static string KeyOf(Finding finding) => $"{finding.Fingerprint} {string.Join(' ', finding.Controls)}";

    /// <summary>Takes a finding about the account.</summary>
    public void Add(Finding finding)
    {
        if (finding.Outcome == Outcome.Fail)
            Failures[KeyOf(finding)] = finding with { Evidence = [], Violations = [], Missing = [] };
        else if (finding.Outcome is not (Outcome.Pass or Outcome.NotApplicable))
            (finding.Resource.Id == ResourceReference.Unlisted ? _unlisted : _blind).Add(
                finding.Resource.Id == ResourceReference.Unlisted ? finding.Policy : KeyOf(finding));
    }

    /// <summary>Whether it tells nothing of a failure that another snapshot has.</summary>
    public bool IsBlindTo(Finding failure) => _unlisted.Contains(failure.Policy) || _blind.Contains(KeyOf(failure));
}
