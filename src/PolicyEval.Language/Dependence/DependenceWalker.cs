using System.Runtime.CompilerServices;
using PolicyEval.Language.Binding;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Dependence;

/// <summary>
/// Walks lowered trees and notes what they depend on. A tree is plain if its value follows from what is noted: then so
/// does the value of every function of plain trees, and of every loop over them.
/// </summary>
internal sealed class DependenceWalker(DependenceScope scope)
{
    // More than any policy that people write; variables of variables of times would be walked again and again.
    private const int StepsMax = 20_000;

    private readonly SortedSet<int> _fields = [];
    private readonly SortedSet<int> _opaque = [];
    private readonly HashSet<TimeRelation> _relations = [];
    private readonly HashSet<TextTest> _texts = [];
    private readonly HashSet<BoundExpression> _seen = new(ReferenceEqualityComparer.Instance);
    private int _steps;

    /// <summary>What was noted.</summary>
    public CelDependence ToDependence() => new()
    {
        Fields = [.. _fields],
        Relations = [.. _relations.OrderBy(r => r.Minuend).ThenBy(r => r.Subtrahend).ThenBy(r => r.Limit)],
        Texts = [.. _texts.OrderBy(t => t.Field).ThenBy(t => t.IsOfCell).ThenBy(t => t.Text, StringComparer.Ordinal)],
        Opaque = [.. _opaque],
    };

    /// <summary>Whether the value of a tree follows from what is noted.</summary>
    public bool IsPlain(BoundExpression node) => TryStep() && node switch
    {
        BoundVariable variable => IsConstant(variable.Symbol),
        BoundField field when IsOf(field, scope.Variables) => IsPlainVariable(field.Field.Slot),
        BoundField field => IsOf(field, scope.Resource)
            ? IsOpaque(field.Field) || (KindOf(field.Type) == CelTypeKind.Bool && Note(field.Field))
            : IsPlain(field.Operand),
        BoundEvidence evidence => IsPlainEvidence(evidence),
        BoundEquality equality => IsPlainEquality(equality),
        BoundComparison comparison => IsPlainComparison(comparison) || node.Children.All(IsPlain),
        BoundConstant or BoundLocal or BoundFailure or BoundNot or BoundLogical or BoundConditional or BoundCall
            or BoundList or BoundMap or BoundComprehension or BoundBind => node.Children.All(IsPlain),
        _ => false,
    };

    private bool IsConstant(VariableSymbol variable) => variable == scope.Instant || scope.Constants.Contains(variable);

    /// <summary>Each variable of the policy is walked once; a second look finds all noted.</summary>
    private bool IsPlainVariable(int slot)
    {
        var tree = scope.Expressions[slot].Lowered;
        return _seen.Contains(tree) || (IsPlain(tree) && _seen.Add(tree));
    }

    private bool IsPlainEvidence(BoundEvidence evidence) =>
        IsOf(evidence.Operand, scope.Resource)
        && (IsOpaque(evidence.Field) || evidence.Macro switch
        {
            EvidenceMacro.Known or EvidenceMacro.Present or EvidenceMacro.Missing => Note(evidence.Field),
            EvidenceMacro.Require => KindOf(evidence.Field.Type) == CelTypeKind.Bool && Note(evidence.Field),
            _ => false,
        });

    private bool IsPlainEquality(BoundEquality equality)
    {
        var (left, right) = (equality.Left, equality.Right);
        if (right is BoundConstant { Value.Kind: CelKind.Null })
            return IsPlainPresence(left);
        if (left is BoundConstant { Value.Kind: CelKind.Null })
            return IsPlainPresence(right);
        if (right is BoundConstant { Value.Kind: CelKind.String } text)
            return IsPlainText(left, text.Value.AsString);
        if (left is BoundConstant { Value.Kind: CelKind.String } other)
            return IsPlainText(right, other.Value.AsString);
        return IsPlain(left) && IsPlain(right);
    }

    /// <summary>Whether it follows from what is noted that a tree is null, unknown, an error or a value.</summary>
    private bool IsPlainPresence(BoundExpression node) => TryStep() && node switch
    {
        BoundField field when IsOf(field, scope.Resource) => IsOpaque(field.Field) || Note(field.Field),
        BoundField field when IsOf(field, scope.Variables) =>
            IsPlainPresence(scope.Expressions[field.Field.Slot].Lowered),
        BoundEvidence { Macro: EvidenceMacro.Require } required when IsOf(required.Operand, scope.Resource) =>
            IsOpaque(required.Field) || Note(required.Field),
        BoundConditional conditional => IsPlain(conditional.Condition)
            && IsPlainPresence(conditional.WhenTrue) && IsPlainPresence(conditional.WhenFalse),
        _ => IsPlain(node),
    };

    private bool IsPlainText(BoundExpression node, string text) => node switch
    {
        BoundField field when IsOf(field, scope.Resource) =>
            IsOpaque(field.Field) || (Note(field.Field) && Note(new TextTest(field.Field.Slot, IsOfCell: false, text))),
        BoundEvidence { Macro: EvidenceMacro.Token } token when IsOf(token.Operand, scope.Resource) =>
            IsOpaque(token.Field) || (Note(token.Field) && Note(new TextTest(token.Field.Slot, IsOfCell: true, text))),
        _ => IsPlain(node),
    };

    /// <summary>An age against a constant, or two times against each other.</summary>
    private bool IsPlainComparison(BoundComparison comparison) => comparison switch
    {
        { Operands: CelTypeKind.Timestamp } => Note(comparison.Left, comparison.Right, default),
        { Operands: CelTypeKind.Duration, Right: BoundConstant { Value: { Kind: CelKind.Duration } limit } } =>
            IsPlainAge(comparison.Left, limit.AsDuration),
        { Operands: CelTypeKind.Duration, Left: BoundConstant { Value: { Kind: CelKind.Duration } limit } } =>
            IsPlainAge(comparison.Right, limit.AsDuration),
        _ => false,
    };

    /// <summary>Whether it follows from what is noted how the time between two others compares with a limit.</summary>
    private bool IsPlainAge(BoundExpression node, CelDuration limit) => TryStep() && node switch
    {
        BoundCall { Function.Name: "_-_", Arguments: [var minuend, var subtrahend] } =>
            Note(minuend, subtrahend, limit),
        BoundField field when IsOf(field, scope.Variables) =>
            IsPlainAge(scope.Expressions[field.Field.Slot].Lowered, limit),
        BoundConditional conditional => IsPlain(conditional.Condition)
            && IsPlainAge(conditional.WhenTrue, limit) && IsPlainAge(conditional.WhenFalse, limit),
        _ => false,
    };

    private bool Note(BoundExpression minuend, BoundExpression subtrahend, CelDuration limit)
    {
        var (later, earlier) = (new List<int>(), new List<int>());
        if (!IsTime(minuend, later) || !IsTime(subtrahend, earlier))
            return false;
        foreach (var slot in later)
            _relations.UnionWith(earlier.Select(other => new TimeRelation(slot, other, limit)));
        return true;
    }

    /// <summary>Whether a tree of a timestamp is one of some fields or the instant, and which.</summary>
    private bool IsTime(BoundExpression node, List<int> sources)
    {
        if (!TryStep())
            return false;
        switch (node)
        {
            case BoundVariable variable when variable.Symbol == scope.Instant:
                sources.Add(TimeRelation.Instant);
                return true;
            case BoundField field when IsOf(field, scope.Resource) && field.Field.Slot < scope.FirstOpaque:
                sources.Add(field.Field.Slot);
                return KindOf(field.Field.Type) == CelTypeKind.Timestamp && Note(field.Field);
            case BoundEvidence { Macro: EvidenceMacro.Require } required
                when IsOf(required.Operand, scope.Resource) && required.Field.Slot < scope.FirstOpaque:
                sources.Add(required.Field.Slot);
                return KindOf(required.Field.Type) == CelTypeKind.Timestamp && Note(required.Field);
            case BoundField field when IsOf(field, scope.Variables):
                return IsTime(scope.Expressions[field.Field.Slot].Lowered, sources);
            case BoundConditional conditional:
                return IsPlain(conditional.Condition)
                    && IsTime(conditional.WhenTrue, sources) && IsTime(conditional.WhenFalse, sources);
            default:
                return false;
        }
    }

    /// <summary>Whether there is room for one more node; where there is none, nothing is said of the whole.</summary>
    private bool TryStep() => ++_steps <= StepsMax && RuntimeHelpers.TryEnsureSufficientExecutionStack();

    private bool IsOpaque(FieldSymbol field)
    {
        if (field.Slot < scope.FirstOpaque)
            return false;
        _opaque.Add(field.Slot);
        return true;
    }

    private bool Note(FieldSymbol field)
    {
        _fields.Add(field.Slot);
        return true;
    }

    private bool Note(TextTest test)
    {
        _texts.Add(test);
        return true;
    }

    private static bool IsOf(BoundField field, VariableSymbol variable) => IsOf(field.Operand, variable);

    private static bool IsOf(BoundExpression operand, VariableSymbol variable) =>
        operand is BoundVariable { Symbol: var symbol } && symbol == variable;

    private static CelTypeKind KindOf(CelType type) =>
        type.Kind == CelTypeKind.Wrapper ? type.Arguments[0].Kind : type.Kind;
}
