using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Comparison;

/// <summary>
/// One of two results, so that it can be asked: of each account the evidence that was judged as of the latest instant,
/// for an account is in one state at a time.
/// </summary>
internal sealed class ComparedSide
{
    private readonly EvaluationResult _result;
    private readonly Dictionary<string, SnapshotReference> _latest = new(StringComparer.Ordinal);
    private readonly HashSet<string> _policies;
    private readonly HashSet<(string Type, string Account, string Name)> _resources;
    private readonly HashSet<(string Policy, string Account)> _unlisted;
    private readonly HashSet<(string Snapshot, string File)> _reports;

    /// <summary>Prepares a result.</summary>
    public ComparedSide(EvaluationResult result)
    {
        _result = result;
        FindLatest();
        Findings = [.. WithoutCopies(result.Findings.Where(IsLatest))];
        ByFingerprint = Findings.ToLookup(finding => finding.Fingerprint, StringComparer.Ordinal);
        _policies = result.Header.Policies.Select(policy => policy.Name)
            .Concat(Findings.Select(finding => finding.Policy)).ToHashSet(StringComparer.Ordinal);
        _resources = Findings.Select(finding => KeyOf(finding.Resource)).ToHashSet();
        _unlisted = Findings.Where(finding => finding.Resource.Id == ResourceReference.Unlisted && !finding.ShowsNone)
            .Select(finding => (finding.Policy, finding.Resource.Account)).ToHashSet();
        _reports = result.Header.Snapshots
            .SelectMany(snapshot => snapshot.Sources.Where(source => source.Rows is not null)
                .Select(source => (snapshot.Digest, source.File)))
            .ToHashSet();
    }

    /// <summary>The accounts that there is evidence of.</summary>
    public IReadOnlyCollection<string> Accounts => _latest.Keys;

    /// <summary>The findings about the latest evidence of each account.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>
    /// The same by fingerprint: several of one where frameworks judge a resource with different parameters.
    /// </summary>
    public ILookup<string, Finding> ByFingerprint { get; }

    /// <summary>The snapshots that are not compared, for there is a later one of each of their accounts.</summary>
    public ImmutableArray<SnapshotReference> SetAside =>
    [
        .. _result.Header.Snapshots.Where(snapshot => !_latest.Values.Any(latest => latest.Digest == snapshot.Digest)),
    ];

    /// <summary>
    /// Of when the evidence of an account is, RFC 3339 UTC: its own time, or else that at which it was judged; empty
    /// where nothing tells.
    /// </summary>
    public string TimeOf(string account) => _latest[account].GeneratedTime ?? _latest[account].AsOf ?? "";

    /// <summary>
    /// What one of its findings cites. A credential report by itself may have any name, and is the same file as that of
    /// the other side: it alone has rows.
    /// </summary>
    public IEnumerable<CitedText> CitedBy(Finding finding) => CitedText.Of(
        finding, file => _reports.Contains((finding.Snapshot, file)) ? EvidenceFiles.CredentialReport : file);

    /// <summary>Why this result has no verdict about what the other one has a finding of.</summary>
    public Absence WhyWithout(Finding other)
    {
        var account = other.Resource.Account;
        return !_latest.ContainsKey(account) ? Absence.Account
            : !_policies.Contains(other.Policy) ? Absence.Policy
            : _unlisted.Contains((other.Policy, account)) ? Absence.Listing
            : _resources.Contains(KeyOf(other.Resource)) ? Absence.Policy
            : other.Resource.Id == ResourceReference.Unlisted ? Absence.Listing
            : Absence.Resource;
    }

    /// <summary>What the compared findings say of every control, in the order of the result.</summary>
    public IReadOnlyList<(ControlResult Control, ControlState State)> Controls()
    {
        var counts = new Dictionary<string, OutcomeCounts>(StringComparer.Ordinal);
        foreach (var finding in Findings)
        {
            foreach (var control in finding.Controls)
                counts[control] = counts.GetValueOrDefault(control, OutcomeCounts.None)
                    .Add(finding.Outcome, finding.Waiver is not null);
        }

        return
        [
            .. _result.Footer.Controls.Select(control => (control, StateOf(
                control, counts.GetValueOrDefault($"{control.Framework}/{control.Id}", OutcomeCounts.None)))),
        ];
    }

    private static ControlState StateOf(ControlResult control, OutcomeCounts counts) =>
        new(counts.Total > 0 ? counts.RollUp : control.Outcome, counts);

    private static (string Type, string Account, string Name) KeyOf(ResourceReference resource) =>
        (resource.Type, resource.Account, resource.Arn.Length > 0 ? resource.Arn : resource.Id);

    /// <summary>Evidence that was given twice was judged twice, and says the same.</summary>
    private IEnumerable<Finding> WithoutCopies(IEnumerable<Finding> findings)
    {
        var copied = _result.Header.Snapshots.CountBy(snapshot => snapshot.Digest, StringComparer.Ordinal)
            .Where(count => count.Value > 1).Select(count => count.Key).ToHashSet(StringComparer.Ordinal);
        return copied.Count == 0
            ? findings
            : findings.Where(finding => !copied.Contains(finding.Snapshot)).Concat(findings
                .Where(finding => copied.Contains(finding.Snapshot))
                .DistinctBy(finding => (finding.Fingerprint, string.Join('\n', finding.Controls))));
    }

    private bool IsLatest(Finding finding) => _latest[finding.Resource.Account].Digest == finding.Snapshot;

    private void FindLatest()
    {
        var byDigest = _result.Header.Snapshots.DistinctBy(snapshot => snapshot.Digest)
            .ToDictionary(snapshot => snapshot.Digest, StringComparer.Ordinal);
        foreach (var snapshot in _result.Header.Snapshots)
        {
            foreach (var account in snapshot.Accounts.DefaultIfEmpty(""))
                Consider(account, snapshot);
        }

        // Evidence may be about an account that its snapshot does not name.
        foreach (var finding in _result.Findings)
        {
            var account = finding.Resource.Account;
            if (!_latest.TryGetValue(account, out var latest) || !latest.Accounts.Contains(account))
                Consider(account, byDigest[finding.Snapshot]);
        }
    }

    // RFC 3339 in UTC sorts as text. Of two as of the same instant their seals tell the later one, or else the later in
    // the result counts.
    private void Consider(string account, SnapshotReference snapshot)
    {
        if (!_latest.TryGetValue(account, out var latest)
            || string.CompareOrdinal(TimesOf(snapshot), TimesOf(latest)) >= 0)
        {
            _latest[account] = snapshot;
        }
    }

    private static string TimesOf(SnapshotReference snapshot) => $"{snapshot.AsOf} {snapshot.Seal?.At}";
}
