using System.Collections.Immutable;
using PolicyEval.Evaluation.Compilation;
using PolicyEval.Language.Trees;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Testing.Coverage;

/// <summary>
/// Adds up what all cases of a policy see. Each case compiles the policy with its own parameters, so the counter is
/// told which policy runs next. Used by one thread.
/// </summary>
internal sealed class CoverageCounter : CelObserver
{
    private readonly Dictionary<CelNode, int> _indexes = [];
    private readonly ImmutableArray<BranchPoint> _points;
    private readonly (bool Reached, bool True, bool False)[] _seen;

    /// <summary>Starts with nothing seen.</summary>
    public CoverageCounter(CompiledPolicy policy)
    {
        _points = BranchMap.Of(policy);
        _seen = new (bool, bool, bool)[_points.Length];
    }

    /// <summary>Watches the policy that runs next: the same as before, perhaps with other parameters.</summary>
    public void Watch(CompiledPolicy policy)
    {
        var points = BranchMap.Of(policy);
        if (points.Length != _points.Length)
            throw new ArgumentException($"{policy.Policy.Name} has other branches than before.", nameof(policy));
        _indexes.Clear();
        for (var i = 0; i < points.Length; i++)
            _indexes.Add(points[i].Node, i);
    }

    /// <inheritdoc/>
    public override void Observe(CelNode node, CelValue value, ReadOnlySpan<CelCell> cells)
    {
        if (!_indexes.TryGetValue(node, out var index))
            return;
        ref var seen = ref _seen[index];
        seen.Reached = true;
        if (value.Kind != CelKind.Bool)
            return;
        if (value.AsBool)
            seen.True = true;
        else
            seen.False = true;
    }

    /// <summary>What was seen so far.</summary>
    public PolicyCoverage ToCoverage()
    {
        var (covered, total) = (0, 0);
        var uncovered = ImmutableArray.CreateBuilder<UncoveredBranch>();
        for (var i = 0; i < _points.Length; i++)
        {
            var point = _points[i];
            var missed = Missed(i);
            total += point.Branches;
            covered += point.Branches - missed;
            if (missed > 0)
                uncovered.Add(new UncoveredBranch(point.Location, point.Source, point.Role, GapOf(i, missed)));
        }
        return new PolicyCoverage(covered, total, uncovered.ToImmutable());
    }

    private int Missed(int index)
    {
        var (possible, seen) = (_points[index].Possible, _seen[index]);
        return possible.Never
            ? (seen.Reached ? 0 : 1)
            : (possible.True && !seen.True ? 1 : 0) + (possible.False && !seen.False ? 1 : 0);
    }

    private BranchGap GapOf(int index, int missed)
    {
        if (_points[index].Possible.Never)
            return BranchGap.NeverReached;
        if (missed == 2)
            return BranchGap.NeverDecided;
        return _points[index].Possible.True && !_seen[index].True ? BranchGap.NeverTrue : BranchGap.NeverFalse;
    }
}
