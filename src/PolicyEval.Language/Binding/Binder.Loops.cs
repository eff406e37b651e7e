using System.Collections.Immutable;
using System.Diagnostics;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Syntax;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <content>Macros that declare variables: loops and <c>cel.bind</c>.</content>
internal sealed partial class Binder
{
    /// <summary>Binds a loop.</summary>
    /// <param name="syntax">The call.</param>
    /// <param name="kind">What the loop makes.</param>
    /// <param name="count">How many variables it declares: one, or two.</param>
    private BoundExpression BindLoop(CallExpressionSyntax syntax, ComprehensionKind kind, int count)
    {
        var range = Bind(syntax.Receiver!);
        var types = VariableTypes(range, syntax, count);
        if (FindVariables(syntax, count) is not { } names)
            return new BoundError(syntax.Span);

        var rest = syntax.Arguments[count..];
        var variables = names.Zip(types, (name, type) => Declare(name, type)).ToImmutableArray();
        var hasResult = kind is ComprehensionKind.Map or ComprehensionKind.TransformMap
            or ComprehensionKind.TransformMapEntry;
        var condition = hasResult && rest.Length == 1 ? null : BindCondition(rest[0]);
        var result = hasResult ? Bind(rest[^1]) : null;
        Leave(count);
        if (types[0].Kind == CelTypeKind.Error)
            return new BoundError(syntax.Span);

        var loopType = kind switch
        {
            ComprehensionKind.All or ComprehensionKind.Exists or ComprehensionKind.ExistsOne => CelType.Bool,
            ComprehensionKind.Map => CelType.List(result!.Type),
            ComprehensionKind.Filter => CelType.List(types[0]),
            ComprehensionKind.TransformMap => CelType.Map(types[0], result!.Type),
            ComprehensionKind.TransformMapEntry => EntryType(result!),
            _ => throw new UnreachableException(kind.ToString()),
        };
        return new BoundComprehension(syntax.Span, loopType, kind, range, variables, condition, result);
    }

    /// <summary>
    /// Binds <c>list.sortBy(x, key)</c>: a loop makes pairs of key and element, which a function then sorts.
    /// </summary>
    private BoundExpression BindSort(CallExpressionSyntax syntax, FunctionSymbol sort)
    {
        var range = Bind(syntax.Receiver!);
        var types = VariableTypes(range, syntax, 1);
        if (FindVariables(syntax, 1) is not [var name])
            return new BoundError(syntax.Span);

        var element = Declare(name, types[0]);
        var key = Bind(syntax.Arguments[1]);
        Leave(1);
        if (_isChecked && (types[0].Kind == CelTypeKind.Error || key.Kind == BoundNodeKind.Error))
            return new BoundError(syntax.Span);
        if (_isChecked && !HasOrder(_inference.Shallow(key.Type)))
            return Report(BindingDescriptors.NoMatchingOverload, key.Span, syntax.Name.Text, Shown(key.Type), "");

        _isMetered = true;
        var local = new BoundLocal(key.Span, types[0], element);
        var pair = new BoundList(key.Span, CelType.List(CelType.Dyn), [key, local]);
        var pairs = new BoundComprehension(
            syntax.Span, CelType.List(pair.Type), ComprehensionKind.Map, range, [element], null, pair);
        return new BoundCall(syntax.Span, CelType.List(types[0]), sort, false, sort.Overloads, [pairs]);
    }

    private static bool HasOrder(CelType type) => type.Kind is not (CelTypeKind.Null or CelTypeKind.List
        or CelTypeKind.Map or CelTypeKind.Type or CelTypeKind.Optional or CelTypeKind.Opaque or CelTypeKind.Record);

    private BoundExpression BindLocal(CallExpressionSyntax syntax)
    {
        if (FindVariables(syntax, 1) is not [var name])
            return new BoundError(syntax.Span);

        // The value may be computed in the middle of the body, so its locals stand beside those of the body.
        var slot = _nextSlot++;
        var count = Math.Max(_localCount, _nextSlot);
        _localCount = _nextSlot;
        var init = Bind(syntax.Arguments[1]);
        _nextSlot = _localCount;
        _localCount = Math.Max(count, _localCount);

        var variable = new LocalSymbol(name.Text, init.Type, slot)
        {
            IsDeferred = true,
            Height = HeightOf(init),
            Span = name.Span,
        };
        _hasDeferred = true;
        _scope.Add(variable);
        var body = Bind(syntax.Arguments[2]);
        _scope.RemoveAt(_scope.Count - 1);
        _nextSlot = slot;
        return new BoundBind(syntax.Span, body.Type, variable, init, body);
    }

    /// <summary>
    /// How deep the evaluation of a tree goes: reading a deferred value computes it, so its tree counts where it is
    /// read. The parser's limit knows nothing of that.
    /// </summary>
    private static int HeightOf(BoundExpression node) => node is BoundLocal local
        ? 1 + local.Symbol.Height
        : 1 + node.Children.Select(HeightOf).DefaultIfEmpty().Max();

    /// <summary>The names of the variables that a macro declares; null where one is wrong, which is reported.</summary>
    private ImmutableArray<SyntaxToken>? FindVariables(CallExpressionSyntax syntax, int count)
    {
        var names = ImmutableArray.CreateBuilder<SyntaxToken>(count);
        foreach (var argument in syntax.Arguments.Take(count))
        {
            if (argument is MissingExpressionSyntax)
                return null;
            if (argument is not NameExpressionSyntax { Dot: null } variable)
            {
                Report(BindingDescriptors.MacroNeedsName, argument.Span, syntax.Name.Text);
                return null;
            }

            if (names.Any(n => n.Text == variable.Identifier.Text))
            {
                Report(BindingDescriptors.SameVariable, argument.Span, syntax.Name.Text, variable.Identifier.Text);
                return null;
            }

            names.Add(variable.Identifier);
        }

        return names.MoveToImmutable();
    }

    private LocalSymbol Declare(SyntaxToken name, CelType type)
    {
        var local = new LocalSymbol(name.Text, type, _nextSlot++) { Span = name.Span };
        _scope.Add(local);
        _declared.Add(name.Text);
        _localCount = Math.Max(_localCount, _nextSlot);
        return local;
    }

    private void Leave(int count)
    {
        _scope.RemoveRange(_scope.Count - count, count);
        _nextSlot -= count;
    }

    /// <summary>
    /// The types of the variables of a loop: of the element or the key; or of index and element, of key and value.
    /// </summary>
    private ImmutableArray<CelType> VariableTypes(BoundExpression range, CallExpressionSyntax syntax, int count)
    {
        var type = _isChecked ? _inference.Shallow(range.Type) : CelType.Dyn;
        switch (type.Kind)
        {
            case CelTypeKind.List when count == 2:
                return [CelType.Int, type.Arguments[0]];
            case CelTypeKind.List or CelTypeKind.Map:
                return type.Arguments[..count];
            case CelTypeKind.Parameter:
                _inference.TryAssign(CelType.Dyn, type);
                return [.. Enumerable.Repeat(CelType.Dyn, count)];
            case CelTypeKind.Dyn or CelTypeKind.Error:
                return [.. Enumerable.Repeat(type, count)];
            default:
                Report(BindingDescriptors.NotIterable, range.Span, syntax.Name.Text, Shown(type));
                return [.. Enumerable.Repeat(CelType.Error, count)];
        }
    }

    /// <summary>The type of a map made of the entries of maps.</summary>
    private CelType EntryType(BoundExpression result)
    {
        if (!_isChecked)
            return CelType.Dyn;
        var type = CelType.Map(_inference.Fresh(), _inference.Fresh());
        if (!_inference.TryAssign(result.Type, type))
            Report(BindingDescriptors.TypeMismatch, result.Span, Shown(type), Shown(result.Type));
        return type;
    }
}
