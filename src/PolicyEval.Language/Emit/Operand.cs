using PolicyEval.Language.Binding;
using PolicyEval.Language.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <summary>
/// What an emitted node reads. Nearly every operand of a policy is a variable, a field of one, or a field of the
/// variable of a loop: these are read in place, all others by a call.
/// </summary>
internal readonly struct Operand
{
    private const int Whole = -1;

    private readonly Evaluator? _evaluator;
    private readonly int _slot;
    private readonly int _field;
    private readonly bool _isLocal;
    private readonly TextSpan _span;

    private Operand(Evaluator evaluator) => _evaluator = evaluator;

    private Operand(int slot, bool isLocal, int field, TextSpan span)
    {
        _slot = slot;
        _isLocal = isLocal;
        _field = field;
        _span = span;
    }

    /// <summary>A node as an operand.</summary>
    public static Operand Of(BoundExpression node) => node switch
    {
        BoundVariable variable => new Operand(variable.Symbol.Slot, false, Whole, node.Span),
        BoundField field => Field(field),
        _ => new Operand(Emitter.EmitValue(node)),
    };

    /// <summary>A field as an operand.</summary>
    public static Operand Field(BoundField node) => node.Operand switch
    {
        BoundVariable variable => new Operand(variable.Symbol.Slot, false, node.Field.Slot, node.Span),
        BoundLocal { Symbol: { IsDeferred: false } local } => new Operand(local.Slot, true, node.Field.Slot, node.Span),
        _ => new Operand(Emitter.EmitDeepField(node)),
    };

    /// <summary>The value.</summary>
    public CelValue Read(CelFrame frame)
    {
        if (_evaluator is { } evaluator)
            return evaluator(frame);
        ref var variable = ref _isLocal ? ref frame.Local(_slot) : ref frame.Variables[_slot];
        return _field == Whole ? variable : Emitter.Get(in variable, _field, frame, _span);
    }
}
