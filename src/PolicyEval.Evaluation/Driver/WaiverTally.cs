using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Waivers;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Marks the failures that waivers cover while they go by, and counts them. Used by one thread.</summary>
internal sealed class WaiverTally
{
    private readonly EvaluationPlan _plan;
    private readonly ImmutableArray<Waiver> _waivers;
    private readonly ImmutableArray<WaiverReference> _references;
    private readonly ImmutableArray<WaiverCounts> _counts;
    private readonly WaiverIndex _index;

    /// <summary>Starts at nothing.</summary>
    public WaiverTally(EvaluationPlan plan)
    {
        _plan = plan;
        _waivers = plan.Waivers;
        _references = [.. _waivers.Select(waiver => waiver.ToReference())];
        _counts = [.. _waivers.Select(_ => new WaiverCounts())];
        _index = new WaiverIndex(_waivers);
    }

    private bool IsIgnored => _plan.Header.Options.IgnoreWaivers;

    /// <summary>
    /// The finding, marked if it is a failure that a waiver covers at the instant of its snapshot. Missing evidence and
    /// faults are never waived.
    /// </summary>
    public Finding Apply(PlannedSnapshot snapshot, Finding finding)
    {
        if (finding.Outcome != Outcome.Fail || _waivers.IsEmpty)
            return finding;
        int? named = null;
        var about = _index.Find(finding).ToArray();
        foreach (var index in about)
        {
            _counts[index].Matched++;
            if (!_waivers[index].HoldsAt(snapshot.AsOfTime))
                continue;
            _counts[index].Held++;
            if (named is not { } other || IsBefore(index, other))
                named = index;
        }
        if (named is null)
        {
            foreach (var index in about)
                _counts[index].Uncovered++;
        }

        if (named is not { } best || IsIgnored)
            return finding;
        _counts[best].Waived++;
        return finding with { Waiver = _references[best] };
    }

    /// <summary>Every waiver and what became of it, by name.</summary>
    public ImmutableArray<WaiverResult> ToResults() =>
        [.. _waivers.Zip(_counts, (waiver, counts) => WaiverJudgement.Of(waiver, counts, _plan))];

    /// <summary>What is to be said of waivers whose time is over or has not come, or that cover nothing.</summary>
    public IEnumerable<Diagnostic> Diagnostics() => IsIgnored
        ? []
        : _waivers.Zip(ToResults(), _counts).Select(one => DiagnosticOf(one.First, one.Second, one.Third.Uncovered))
            .OfType<Diagnostic>();

    /// <summary>Of several waivers the one that holds longest is named, so that its end is the end.</summary>
    private bool IsBefore(int index, int other)
    {
        var (expires, latest) = (_waivers[index].Expires, _waivers[other].Expires);
        return expires > latest || (expires == latest && index < other);
    }

    /// <param name="waiver">The waiver.</param>
    /// <param name="result">What became of it.</param>
    /// <param name="uncovered">The failures that it is about and no waiver covers.</param>
    private static Diagnostic? DiagnosticOf(Waiver waiver, WaiverResult result, int uncovered)
    {
        if (result is { IsInScope: true, State: WaiverState.Expired })
        {
            return Diagnostic.Create(
                WaiverDescriptors.Expired, waiver.Location, waiver.Name, result.Expires, AfterEnd(result.Matched));
        }
        if (result is { IsInScope: true, State: WaiverState.NotYetEffective } && uncovered > 0)
        {
            return Diagnostic.Create(
                WaiverDescriptors.NotYetEffective, waiver.Location, waiver.Name, result.EffectiveFrom,
                uncovered == 1 ? "1 failure counts" : $"{Digits.Of(uncovered)} failures count");
        }
        return result.IsUnused
            ? Diagnostic.Create(WaiverDescriptors.Unused, waiver.Location, waiver.Name)
            : null;
    }

    private static string AfterEnd(int failures) => failures switch
    {
        0 => "no failure is left for it",
        1 => "1 failure counts again",
        _ => $"{Digits.Of(failures)} failures count again",
    };
}
