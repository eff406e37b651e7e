using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Grouping;

/// <summary>The findings of a run by the control that they are of, and by policy where no control names it.</summary>
/// <param name="limit">How many findings of one outcome are kept of each.</param>
internal sealed class FindingGroups(int limit)
{
    private readonly Dictionary<string, ControlDetails> _byControl = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ControlDetails> _byPolicy = new(StringComparer.Ordinal);

    /// <summary>Whether there are findings of policies that no control names.</summary>
    public bool HasPolicies => _byPolicy.Count > 0;

    /// <summary>Takes a finding.</summary>
    public void Add(Finding finding)
    {
        if (finding.Controls.IsEmpty)
            Of(_byPolicy, finding.Policy).Add(finding);
        foreach (var control in finding.Controls)
            Of(_byControl, control).Add(finding);
    }

    /// <summary>How many findings of one outcome are kept of each control.</summary>
    public int Limit => limit;

    /// <summary>Takes note of findings that were counted and not made.</summary>
    public void Count(in CountedFindings counted)
    {
        if (counted.Policy.Controls.IsEmpty)
            Of(_byPolicy, counted.Policy.Name).Count(counted);
        foreach (var control in counted.Policy.Controls)
            Of(_byControl, control).Count(counted);
    }

    /// <summary>The findings of a control.</summary>
    public ControlDetails Of(ControlResult control) => Of(_byControl, $"{control.Framework}/{control.Id}");

    /// <summary>The findings of a policy that no control names.</summary>
    public ControlDetails OfPolicy(string name) => Of(_byPolicy, name);

    private ControlDetails Of(Dictionary<string, ControlDetails> all, string name)
    {
        if (!all.TryGetValue(name, out var details))
            all.Add(name, details = new ControlDetails(limit));
        return details;
    }
}
