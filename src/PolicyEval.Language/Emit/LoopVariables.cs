using PolicyEval.Language.Binding;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <summary>The slots of the one or two variables of a loop.</summary>
internal readonly struct LoopVariables
{
    private readonly int _first;
    private readonly int _second;

    private LoopVariables(int first, int second)
    {
        _first = first;
        _second = second;
    }

    /// <summary>Those of a loop.</summary>
    public static LoopVariables Of(BoundComprehension node) =>
        new(node.Variables[0].Slot, node.Variables.Length == 1 ? -1 : node.Variables[1].Slot);

    /// <summary>Sets them for a turn.</summary>
    public void Assign(CelFrame frame, in LoopRange range, int turn)
    {
        if (_second < 0)
        {
            frame.Local(_first) = range[turn];
            return;
        }

        frame.Local(_first) = range.Key(turn);
        frame.Local(_second) = range.Value(turn);
    }
}
