using PolicyEval.Language.Trees;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Explaining;

/// <summary>Keeps, of the turns of a loop that runs, the one that is worth showing.</summary>
/// <param name="loop">The loop.</param>
internal sealed class LoopTurns(CelNode loop)
{
    private const int Nothing = -1;
    private const int Plain = 0;
    private const int Pending = 1;
    private const int Deciding = 2;

    private Observation?[] _kept = [];
    private Observation?[] _running = [];
    private int _keptNumber;
    private int _keptRank = Nothing;
    private int _count;

    /// <summary>Takes what a child came to; the first child behind the range begins a turn.</summary>
    /// <param name="child">The index of the child, 1 or more.</param>
    /// <param name="observation">What it came to.</param>
    public void Add(int child, Observation observation)
    {
        if (child == 1)
        {
            Settle();
            _running = new Observation?[loop.Children.Length];
            _count++;
        }
        _running[child] = observation;
    }

    /// <summary>The turn, and its children without the range; null and none where there was no turn.</summary>
    /// <param name="range">What the loop went over.</param>
    /// <param name="value">The value of the loop.</param>
    public (LoopTurn? Turn, Observation?[] Children) End(CelValue range, CelValue value)
    {
        Settle();
        if (_count == 0)
            return (null, new Observation?[loop.Children.Length]);
        var decides = _keptRank == Deciding && value.IsValue;
        return (new LoopTurn(_keptNumber, _count, ElementAt(range, _keptNumber - 1), decides), _kept);
    }

    private void Settle()
    {
        if (_running.Length == 0)
            return;
        var rank = _running.Max(o => o is null ? Nothing : RankOf(o.Value));
        if (rank > _keptRank)
            (_kept, _keptNumber, _keptRank) = (_running, _count, rank);
    }

    private int RankOf(CelValue value) =>
        !value.IsValue ? Pending
        : value.Kind == CelKind.Bool && Decides(value.AsBool) ? Deciding
        : Plain;

    private bool Decides(bool value) => loop.Name.ToUpperInvariant() switch
    {
        "ALL" => !value,
        "EXISTS" or "EXISTSONE" => value,
        _ => false,
    };

    private static CelValue ElementAt(CelValue range, int index) => range.Kind switch
    {
        CelKind.List => range.AsList[index],
        CelKind.Map => range.AsMap.EntryAt(index).Key,
        _ => throw new System.Diagnostics.UnreachableException($"a loop over {range.Kind}"),
    };
}
