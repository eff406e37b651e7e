using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Driver;

/// <summary>What a run adds up while its findings go by. Used by one thread.</summary>
internal sealed class RunTally
{
    private readonly EvaluationPlan _plan;
    private readonly WaiverTally _waivers;
    private readonly AccountTally _accounts;
    private readonly ControlTally _all = new();
    private readonly ControlTally[] _controls;
    private readonly List<Diagnostic> _diagnostics;
    private readonly HashSet<string> _ofPolicies = new(StringComparer.Ordinal);
    private int _gateFailures;
    private int _knownFailures;

    /// <summary>Starts at nothing.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="waivers">Marks the findings before they are counted here.</param>
    public RunTally(EvaluationPlan plan, WaiverTally waivers)
    {
        _plan = plan;
        _waivers = waivers;
        _accounts = new AccountTally(plan);
        _controls = [.. plan.Controls.Select(_ => new ControlTally())];
        _diagnostics = [.. plan.Diagnostics];
    }

    /// <summary>Counts a finding of a policy.</summary>
    public void Add(PlannedSnapshot snapshot, int policy, Finding finding)
    {
        _all.Add(finding);
        _accounts.Add(snapshot, policy, finding);
        foreach (var control in _plan.Policies[policy].ControlIndexes)
            _controls[control].Add(finding);
        if (!finding.IsOpenFailure(_plan.Header.Options.FailOn))
            return;
        if (finding.Baseline == BaselineState.Known)
            _knownFailures++;
        else
            _gateFailures++;
    }

    /// <summary>Counts findings that were not wanted one by one: no waiver and no baseline is about them.</summary>
    public void Add(PlannedSnapshot snapshot, in FindingCount count)
    {
        _all.Add(count);
        _accounts.Add(snapshot, count);
        var policy = _plan.Policies[count.Policy];
        foreach (var control in policy.ControlIndexes)
            _controls[control].Add(count);
        if (count.Outcome == Outcome.Fail && !(policy.Severity.Value < _plan.Header.Options.FailOn))
            _gateFailures += count.Count;
    }

    /// <summary>Keeps a diagnostic; one that says the same of the same place of a policy is said once.</summary>
    public void Add(Diagnostic diagnostic)
    {
        // What has a field is about a cell, and the same place of two snapshots is not the same cell.
        if (diagnostic.Location.Field is not null || _ofPolicies.Add(diagnostic.ToString()))
            _diagnostics.Add(diagnostic);
    }

    /// <summary>The end of the run.</summary>
    public RunFooter ToFooter()
    {
        var accounts = _accounts.ToResults();
        return new RunFooter
        {
            Controls = [.. _plan.Controls.Select((c, i) => ToResult(c, _controls[i], i, _accounts.Of(i, accounts)))],
            Accounts = accounts,
            Diagnostics =
            [
                .. _diagnostics, .. _plan.Roster.Diagnostics(), .. _waivers.Diagnostics(), .. NothingAssessed(),
            ],
            Waivers = _waivers.ToResults(),
            Findings = _all.Counts,
            GateFailures = _gateFailures,
            KnownFailures = _knownFailures,
            ExitCode = ExitCode(),
        };
    }

    /// <summary>Whether there is no verdict at all of evidence that can be used; an empty list gives one too.</summary>
    private bool IsNothingAssessed() => _all.Counts.Assessed == 0 && !_plan.Snapshots.IsEmpty;

    private ImmutableArray<Diagnostic> NothingAssessed()
    {
        if (!IsNothingAssessed())
            return [];
        var files = PrimaryFiles()
            .Select(file => $"{file.Name} would decide something (get it by: {file.Command})").ToArray();
        var why = files.Length > 0 ? string.Join("; ", files) : "no policy decides any of these controls";
        return [Diagnostic.Create(RuntimeDescriptors.NothingAssessed, Location.None, why)];
    }

    private IEnumerable<PrimaryFile> PrimaryFiles() =>
        _plan.Policies.Select(p => PrimaryFile.Of(p.Compiled)).Distinct();

    private int ExitCode()
    {
        if (_plan.HasUnusable)
            return 3;
        var isIncomplete = _all.Has(Outcome.Incomplete) || _all.Has(Outcome.Error) || !_plan.Roster.IsWhole
            || _plan.Header.Snapshots.Any(snapshot => snapshot.Age is { IsTooOld: true });
        if (isIncomplete && (_plan.Header.Options.Strict || _gateFailures == 0))
            return 2;
        return _gateFailures > 0 ? 1 : 0;
    }

    /// <summary>Evidence of an account that is missing never makes a pass of the others'.</summary>
    private Outcome OutcomeOf(OutcomeCounts counts) =>
        counts.RollUp is Outcome.Pass or Outcome.NotApplicable && !_plan.Roster.IsWhole
            ? Outcome.Incomplete
            : counts.RollUp;

    private ControlResult ToResult(PlannedControl planned, ControlTally tally, int index, AccountCounts? accounts)
    {
        var control = planned.Control;
        var policies = _plan.Policies.Where(p => p.ControlIndexes.Contains(index)).ToArray();
        var result = new ControlResult
        {
            Framework = planned.Framework,
            Id = control.Id,
            Title = control.Title,
            Section = control.Section,
            Levels = control.Levels,
            Assessment = control.IsManual ? "manual" : "automated",
            Outcome = policies.Length > 0 ? OutcomeOf(tally.Counts)
                : control.IsManual ? Outcome.Manual : Outcome.NotAssessed,
            Counts = tally.Counts,
            Accounts = accounts,
            Policies = [.. policies.Select(p => p.Compiled.Policy.Name).Distinct()],
            Severity = policies.Length > 0 ? policies.Max(p => p.Severity.Value) : null,
            Needs = control.Needs,
            Command = control.Command,
        };
        if (policies.Length == 0 || result.Outcome != Outcome.NotAssessed)
            return result;
        var file = PrimaryFile.Of(tally.NotAssessedFile);
        return result with { Needs = file.Needs, Command = file.Command };
    }
}
