using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PolicyEval.Language;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Compilation;

/// <summary>
/// The variables of a policy as <c>variables</c>: each is evaluated when it is first read, once for each resource;
/// later reads repeat the cells that it read, so that evidence does not depend on who came first. Used by one thread.
/// </summary>
internal sealed class VariablesRecord(CelType type, ImmutableArray<CompiledExpression> expressions) : CelRecord
{
    private readonly CelValue[] _values = new CelValue[expressions.Length];
    private readonly CelCell[]?[] _cells = new CelCell[]?[expressions.Length];

    /// <inheritdoc/>
    public override CelType Type => type;

    /// <summary>Forgets the values of the last resource.</summary>
    public void Reset() => Array.Clear(_cells);

    /// <inheritdoc/>
    public override CelValue Get(int slot, CelFrame frame)
    {
        var trace = frame.Trace ?? throw new InvalidOperationException("Variables are evaluated under a trace.");
        if (_cells[slot] is { } cells)
        {
            trace.AddRange(cells);
            return _values[slot];
        }
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return CelValue.Error("the variables refer to each other too deeply");
        var mark = trace.Position;
        _values[slot] = expressions[slot].Evaluate(frame);
        _cells[slot] = trace.FoldFrom(mark);
        return _values[slot];
    }

    /// <inheritdoc/>
    public override CelValue GetToken(int slot, CelFrame frame) => Get(slot, frame);

    /// <summary>The expression of the variable whose evaluation made an error, or null.</summary>
    public EmbeddedText? OriginOf(CelError error)
    {
        for (var slot = 0; slot < _values.Length; slot++)
        {
            if (_cells[slot] is not null && _values[slot].Kind == CelKind.Error
                && ReferenceEquals(_values[slot].AsError, error))
                return expressions[slot].Text;
        }
        return null;
    }
}
