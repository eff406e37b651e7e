using System.Collections.Immutable;
using PolicyEval.Language.Binding;
using PolicyEval.Language.Emit;
using PolicyEval.Language.Lowering;
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
    private readonly Evaluator _evaluator;
    private readonly Lazy<(CelNode Root, Evaluator Evaluator)> _observed;
    private readonly int _localCount;
    private readonly bool _isCounted;
    private readonly int _maxIterations;

    internal CompiledExpression(
        EmbeddedText text,
        CelType resultType,
        ImmutableArray<FieldReference> fields,
        Evaluator evaluator,
        BoundExpression bound,
        int localCount,
        bool isCounted,
        int maxIterations)
    {
        Text = text;
        ResultType = resultType;
        Fields = fields;
        _evaluator = evaluator;
        _observed = new Lazy<(CelNode, Evaluator)>(() => Observe(bound));
        _localCount = localCount;
        _isCounted = isCounted;
        _maxIterations = maxIterations;
    }

    /// <summary>The text that was compiled.</summary>
    public EmbeddedText Text { get; }

    /// <summary>The type of the result; dyn where nothing was checked.</summary>
    public CelType ResultType { get; }

    /// <summary>The record fields that the expression names, each once, in the order of the text.</summary>
    public ImmutableArray<FieldReference> Fields { get; }

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
        var evaluator = frame.Observer is null ? _evaluator : _observed.Value.Evaluator;
        if (!_isCounted)
            return evaluator(frame);

        var before = frame.EnterLocals(_localCount, _maxIterations);
        try
        {
            return evaluator(frame);
        }
        finally
        {
            frame.LeaveLocals(before);
        }
    }

    private static (CelNode, Evaluator) Observe(BoundExpression bound)
    {
        var tree = ObservedTree.Of(bound);
        return (tree.Root, Emitter.EmitValue(tree.Bound));
    }
}
