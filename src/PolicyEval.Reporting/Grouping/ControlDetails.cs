using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Grouping;

/// <summary>
/// The findings of one control that a report shows: however many resources there are, the memory stays flat.
/// </summary>
/// <param name="limit">How many findings of one outcome are kept.</param>
internal sealed class ControlDetails(int limit)
{
    private readonly Dictionary<Outcome, List<Finding>> _findings = [];

    private readonly HashSet<string> _accounts = new(StringComparer.Ordinal);

    private OutcomeCounts _counts = OutcomeCounts.None;

    /// <summary>Keeps a finding if it is one of the first of its outcome.</summary>
    public void Add(Finding finding)
    {
        _counts = _counts.Add(finding.Outcome, finding.Waiver is not null);
        if (!_findings.TryGetValue(finding.Outcome, out var list))
            _findings.Add(finding.Outcome, list = []);
        if (list.Count == limit)
            return;
        list.Add(finding);
        _accounts.Add(finding.Resource.Account);
    }

    /// <summary>Takes note of findings that were counted and not made.</summary>
    public void Count(in CountedFindings counted) => _counts = _counts.Add(counted.Outcome, counted.Count);

    /// <summary>All findings by outcome.</summary>
    public OutcomeCounts Counts => _counts;

    /// <summary>The first findings of an outcome.</summary>
    public IReadOnlyList<Finding> Of(Outcome outcome) => _findings.TryGetValue(outcome, out var list) ? list : [];

    /// <summary>Whether one of the findings that are kept is about an account.</summary>
    public bool Shows(string account) => account.Length > 0 && _accounts.Contains(account);

    /// <summary>What the control's only finding is, whatever its outcome; null where there are several.</summary>
    public Finding? Only => _counts.Total == 1 ? _findings.Values.Single()[0] : null;
}
