using PolicyEval.Language.Trees;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Explaining;

/// <summary>
/// Keeps what every node came to while a policy runs on one resource. A node takes what its children came to, so that
/// a loop holds the one turn that is shown, however many there are.
/// </summary>
internal sealed class EvaluationRecorder : CelObserver
{
    private readonly Dictionary<CelNode, Observation> _observed = [];
    private readonly Dictionary<CelNode, LoopTurns> _running = [];
    private readonly Dictionary<CelNode, (CelNode Loop, int Index)> _bodies = [];

    /// <summary>Prepares for expressions.</summary>
    /// <param name="roots">The trees of all that will be evaluated.</param>
    public EvaluationRecorder(IEnumerable<CelNode> roots)
    {
        foreach (var loop in roots.SelectMany(r => r.DescendantsAndSelf()).Where(IsLoop))
        {
            for (var i = 1; i < loop.Children.Length; i++)
                _bodies.Add(loop.Children[i], (loop, i));
        }
    }

    /// <summary>Forgets the last resource.</summary>
    public void Reset()
    {
        _observed.Clear();
        _running.Clear();
    }

    /// <summary>What the root of an expression came to; null where it was not evaluated.</summary>
    public Observation? Find(CelNode root) => _observed.GetValueOrDefault(root);

    /// <inheritdoc/>
    public override void Observe(CelNode node, CelValue value, ReadOnlySpan<CelCell> cells)
    {
        var observation = IsLoop(node) ? EndLoop(node, value, cells) : End(node, value, cells);
        if (!_bodies.TryGetValue(node, out var body))
            _observed[node] = observation;
        else if (_running.TryGetValue(body.Loop, out var turns))
            turns.Add(body.Index, observation);
        else
            _running.Add(body.Loop, Begin(body.Loop, body.Index, observation));
    }

    private static bool IsLoop(CelNode node) => node.Kind == CelNodeKind.Comprehension;

    private static LoopTurns Begin(CelNode loop, int child, Observation observation)
    {
        var turns = new LoopTurns(loop);
        turns.Add(child, observation);
        return turns;
    }

    private Observation End(CelNode node, CelValue value, ReadOnlySpan<CelCell> cells)
    {
        var children = new Observation?[node.Children.Length];
        for (var i = 0; i < children.Length; i++)
            children[i] = Take(node.Children[i]);
        return new Observation(value, Distinct(cells), children, null);
    }

    private Observation EndLoop(CelNode loop, CelValue value, ReadOnlySpan<CelCell> cells)
    {
        var range = Take(loop.Children[0]);
        if (!_running.Remove(loop, out var turns) || range is null)
            turns = new LoopTurns(loop);
        var (turn, children) = turns.End(range?.Value ?? CelValue.Null, value);
        children[0] = range;
        return new Observation(value, Distinct(cells), children, turn);
    }

    private Observation? Take(CelNode node)
    {
        _observed.Remove(node, out var observation);
        return observation;
    }

    private static CelCell[] Distinct(ReadOnlySpan<CelCell> cells) =>
        cells.Length == 0 ? [] : [.. cells.ToArray().Distinct()];
}
