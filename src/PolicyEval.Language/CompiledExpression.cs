using System.Collections.Immutable;
using PolicyEval.Language.Binding;
using PolicyEval.Language.Emit;
using PolicyEval.Language.Lowering;
using PolicyEval.Language.Sql;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Trees;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language;

/// <summary>
/// An expression that can be evaluated, on any number of threads at once, each with its own frame. Evaluation is pure
/// and does not throw, except for the cancellation of the frame.
/// </summary>
public sealed class CompiledExpression
{
    private readonly BoundTree _bound;
    private readonly Evaluator _evaluator;
    private readonly Condition? _condition;
    private readonly Lazy<(CelNode Root, Evaluator Evaluator)> _observed;
    private readonly int _maxIterations;
    private readonly bool _isCounted;

    internal CompiledExpression(EmbeddedText text, BoundTree bound, int maxIterations)
    {
        var lowered = Lowerer.Lower(bound.Root);
        Lowered = lowered;
        Text = text;
        _bound = bound;
        _maxIterations = maxIterations;
        _isCounted = bound.IsMetered || bound.LocalCount > 0;
        _evaluator = Emitter.EmitValue(lowered);
        _condition = !_isCounted && ResultType.Kind == CelTypeKind.Bool ? Emitter.EmitCondition(lowered) : null;
        _observed = new Lazy<(CelNode, Evaluator)>(Observe);
    }

    /// <summary>The text that was compiled.</summary>
    public EmbeddedText Text { get; }

    /// <summary>The type of the result; dyn where nothing was checked.</summary>
    public CelType ResultType => _bound.Root.Type;

    /// <summary>The record fields that the expression names, each once, in the order of the text.</summary>
    public ImmutableArray<FieldReference> Fields => _bound.Fields;

    /// <summary>The tree that was emitted.</summary>
    internal BoundExpression Lowered { get; }

    /// <summary>
    /// The expression as a tree, as its author wrote it: a <see cref="CelFrame.Observer"/> sees the values of its
    /// nodes. Made when it is first asked for.
    /// </summary>
    public CelNode Tree => _observed.Value.Root;

    /// <summary>
    /// Evaluates. The result may be an unknown or an error; an error says in <see cref="CelError.Span"/> which part of
    /// <see cref="Text"/> failed.
    /// </summary>
    /// <param name="frame">A frame of the environment that the expression was compiled in, its variables set.</param>
    /// <exception cref="OperationCanceledException">The frame's cancellation was asked for inside a loop.</exception>
    public CelValue Evaluate(CelFrame frame)
    {
        if (_condition is { } condition && frame.Observer is null)
        {
            CelValue other = default;
            var truth = condition(frame, ref other);
            return truth == Truth.Other ? other : CelValue.Of(truth == Truth.True);
        }

        var evaluator = frame.Observer is null ? _evaluator : _observed.Value.Evaluator;
        if (!_isCounted)
            return evaluator(frame);

        var before = frame.EnterLocals(_bound.LocalCount, _maxIterations);
        try
        {
            return evaluator(frame);
        }
        finally
        {
            frame.LeaveLocals(before);
        }
    }

    /// <summary>The expression in SQL, with everything folded that is constant.</summary>
    /// <param name="scope">What its names are there.</param>
    public SqlTranslation ToSql(ISqlScope scope) => SqlTranslator.Translate(Lowerer.Lower(_bound.Root), scope);

    private (CelNode, Evaluator) Observe()
    {
        var tree = ObservedTree.Of(_bound.Root);
        return (tree.Root, Emitter.EmitValue(tree.Bound));
    }
}
