using System.Collections.Immutable;
using System.Diagnostics;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Syntax;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Binding;

/// <summary>
/// The door of the folder: gives a syntax tree its meaning. Resolves names, expands macros, infers types and chooses
/// overloads. Without checking it resolves names only, and overloads are chosen when the expression runs.
/// </summary>
internal sealed partial class Binder
{
    private readonly EmbeddedText _text;
    private readonly CelEnvironment _environment;
    private readonly bool _isChecked;
    private readonly int? _trustedLength;
    private readonly DiagnosticBag _diagnostics = new();
    private readonly TypeInference _inference = new();
    private readonly List<LocalSymbol> _scope = [];
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private readonly List<FieldReference> _fields = [];
    private int _nextSlot;
    private bool _isMetered;
    private int _localCount;
    private bool _hasDeferred;

    private Binder(SyntaxTree tree, CelEnvironment environment, bool isChecked)
    {
        _text = tree.Text;
        _trustedLength = tree.HasErrors ? tree.TrustedLength : null;
        _environment = environment;
        _isChecked = isChecked;
    }

    /// <summary>Binds a tree.</summary>
    /// <param name="tree">What the parser made.</param>
    /// <param name="environment">What the expression may name.</param>
    /// <param name="expected">The type that the result must have, or null for any.</param>
    /// <param name="isChecked">Whether types are checked.</param>
    public static BoundTree Bind(SyntaxTree tree, CelEnvironment environment, CelType? expected, bool isChecked)
    {
        var binder = new Binder(tree, environment, isChecked);
        var root = binder.Bind(tree.Root);
        if (expected is not null && isChecked)
            binder.RequireResult(root, expected);
        if (binder._hasDeferred && HeightOf(root) > environment.Limits.MaxHeight)
            binder.Report(SyntaxDescriptors.TooDeep, root.Span, $"{environment.Limits.MaxHeight}");

        // A tree with gaps has no type that its author meant: what uses its result is not to be blamed for it.
        var finisher = new TypeFinisher(binder._inference);
        root = finisher.Rewrite(tree.HasErrors ? new BoundError(root.Span) : root);
        return new BoundTree(
            root,
            finisher.HasErrors,
            binder._localCount,
            binder._isMetered,
            [.. binder._fields.Distinct()],
            binder._diagnostics.ToImmutable());
    }

    private BoundExpression Bind(ExpressionSyntax syntax) => syntax switch
    {
        MissingExpressionSyntax => new BoundError(syntax.Span),
        ParenthesizedExpressionSyntax node => Bind(node.Expression),
        LiteralExpressionSyntax node => BindLiteral(node),
        NameExpressionSyntax or MemberExpressionSyntax => BindNameOrMember(syntax),
        IndexExpressionSyntax node => BindIndex(node),
        CallExpressionSyntax node => BindCall(node),
        UnaryExpressionSyntax node => BindUnary(node),
        BinaryExpressionSyntax node => BindBinary(node),
        LogicalExpressionSyntax node => BindLogical(node),
        ConditionalExpressionSyntax node => BindConditional(node),
        ListExpressionSyntax node => BindList(node),
        MapExpressionSyntax node => BindMap(node),
        MessageExpressionSyntax node => BindMessage(node),
        _ => throw new UnreachableException(syntax.Kind.ToString()),
    };

    private BoundExpression BindLiteral(LiteralExpressionSyntax syntax)
    {
        var isNegative = syntax.Minus is not null;
        return syntax.Token.Kind switch
        {
            SyntaxKind.TrueKeyword => Constant(syntax.Span, CelValue.True, CelType.Bool),
            SyntaxKind.FalseKeyword => Constant(syntax.Span, CelValue.False, CelType.Bool),
            SyntaxKind.NullKeyword => Constant(syntax.Span, CelValue.Null, CelType.Null),
            SyntaxKind.StringToken => Constant(syntax.Span, CelValue.Of((string)syntax.Token.Value!), CelType.String),
            SyntaxKind.BytesToken => Constant(syntax.Span, CelValue.Of((byte[])syntax.Token.Value!), CelType.Bytes),
            _ when syntax.Token.Value is null => new BoundError(syntax.Span),
            SyntaxKind.IntToken => BindInt(syntax, (UInt128)syntax.Token.Value, isNegative),
            SyntaxKind.UintToken => BindUint(syntax, (UInt128)syntax.Token.Value),
            SyntaxKind.DoubleToken => BindDouble(syntax, (double)syntax.Token.Value, isNegative),
            _ => throw new UnreachableException(syntax.Token.Kind.ToString()),
        };
    }

    private BoundExpression BindInt(LiteralExpressionSyntax syntax, UInt128 magnitude, bool isNegative)
    {
        var limit = (UInt128)long.MaxValue + (isNegative ? 1u : 0u);
        if (magnitude > limit)
            return OutOfRange(syntax, CelType.Int);
        var value = unchecked((long)(ulong)magnitude);
        return Constant(syntax.Span, CelValue.Of(isNegative ? unchecked(-value) : value), CelType.Int);
    }

    private BoundExpression BindUint(LiteralExpressionSyntax syntax, UInt128 magnitude) =>
        magnitude > ulong.MaxValue
            ? OutOfRange(syntax, CelType.Uint)
            : Constant(syntax.Span, CelValue.Of((ulong)magnitude), CelType.Uint);

    private BoundExpression BindDouble(LiteralExpressionSyntax syntax, double value, bool isNegative) =>
        double.IsInfinity(value)
            ? OutOfRange(syntax, CelType.Double)
            : Constant(syntax.Span, CelValue.Of(isNegative ? -value : value), CelType.Double);

    private BoundError OutOfRange(LiteralExpressionSyntax syntax, CelType type) =>
        Report(BindingDescriptors.NumberOutOfRange, syntax.Span, Written(syntax), type.ToString());

    private BoundLogical BindLogical(LogicalExpressionSyntax syntax)
    {
        var terms = ImmutableArray.CreateBuilder<BoundExpression>(syntax.Terms.Length);
        foreach (var term in syntax.Terms)
            terms.Add(BindCondition(term));
        return new BoundLogical(
            syntax.Span, syntax.OperatorKind == SyntaxKind.AmpersandAmpersandToken, terms.MoveToImmutable());
    }

    /// <summary>Binds what must be a bool.</summary>
    private BoundExpression BindCondition(ExpressionSyntax syntax)
    {
        var bound = Bind(syntax);
        if (!_isChecked || _inference.TryAssign(bound.Type, CelType.Bool))
            return bound;
        return Report(BindingDescriptors.TypeMismatch, bound.Span, TypeText.Of(CelType.Bool), Shown(bound.Type));
    }

    private BoundExpression BindConditional(ConditionalExpressionSyntax syntax)
    {
        var condition = BindCondition(syntax.Condition);
        var whenTrue = Bind(syntax.WhenTrue);
        var whenFalse = Bind(syntax.WhenFalse);
        var type = _inference.Fresh();
        if (_isChecked && !_inference.TryAssign([whenTrue.Type, whenFalse.Type], [type, type]))
            return Report(BindingDescriptors.BranchesDiffer, syntax.Span, Shown(whenTrue.Type), Shown(whenFalse.Type));
        return new BoundConditional(syntax.Span, type, condition, whenTrue, whenFalse);
    }

    private BoundList BindList(ListExpressionSyntax syntax)
    {
        var elements = ImmutableArray.CreateBuilder<BoundExpression>(syntax.Elements.Length);
        var optional = ImmutableArray.CreateBuilder<int>();
        CelType? type = null;
        foreach (var element in syntax.Elements)
        {
            var bound = Bind(element.Value);
            if (element.IsOptional)
                optional.Add(elements.Count);
            elements.Add(bound);
            type = Joined(type, element.IsOptional ? TypeInside(bound, "an element after ?") : bound.Type);
        }

        return new BoundList(syntax.Span, CelType.List(type ?? _inference.Fresh()), elements.MoveToImmutable())
        {
            OptionalElements = optional.DrainToImmutable(),
        };
    }

    private BoundMap BindMap(MapExpressionSyntax syntax)
    {
        var pairs = ImmutableArray.CreateBuilder<BoundExpression>(syntax.Entries.Length * 2);
        var optional = ImmutableArray.CreateBuilder<int>();
        CelType? keyType = null;
        CelType? valueType = null;
        foreach (var entry in syntax.Entries)
        {
            var key = BindKey(entry.Key);
            var value = Bind(entry.Value);
            if (entry.IsOptional)
                optional.Add(pairs.Count / 2);
            pairs.Add(key);
            pairs.Add(value);
            keyType = Joined(keyType, key.Type);
            valueType = Joined(valueType, entry.IsOptional ? TypeInside(value, "an entry after ?") : value.Type);
        }

        var type = CelType.Map(keyType ?? _inference.Fresh(), valueType ?? _inference.Fresh());
        return new BoundMap(syntax.Span, type, pairs.MoveToImmutable())
        {
            OptionalEntries = optional.DrainToImmutable(),
        };
    }

    private BoundExpression BindKey(ExpressionSyntax syntax)
    {
        var key = Bind(syntax);
        var type = _inference.Shallow(key.Type);
        return !_isChecked || type.Kind is CelTypeKind.Int or CelTypeKind.Uint or CelTypeKind.Bool or CelTypeKind.String
            or CelTypeKind.Dyn or CelTypeKind.Error or CelTypeKind.Parameter or CelTypeKind.Wrapper
            ? key
            : Report(BindingDescriptors.InvalidKeyType, key.Span, Shown(type));
    }

    /// <summary>The type of elements so far with one more: the more general one, or dyn for a mixture.</summary>
    private CelType Joined(CelType? soFar, CelType next)
    {
        if (!_isChecked)
            return CelType.Dyn;
        if (soFar is null)
            return next;
        return _inference.TryAssign(soFar, next) ? _inference.Join(soFar, next) : CelType.Dyn;
    }

    private BoundError BindMessage(MessageExpressionSyntax syntax)
    {
        foreach (var field in syntax.Fields)
            Bind(field.Value);
        return Report(BindingDescriptors.UndeclaredType, syntax.TypeName.Span, Written(syntax.TypeName));
    }

    private void RequireResult(BoundExpression root, CelType expected)
    {
        // A dyn result would only show at run time that it is no bool, so it is refused where a type is asked for.
        var type = _inference.Shallow(root.Type);
        if (_inference.TryAssign(type, expected) && (type.Kind != CelTypeKind.Dyn || expected.Kind == CelTypeKind.Dyn))
            return;
        Report(BindingDescriptors.TypeMismatch, root.Span, TypeText.Of(expected), Shown(type));
    }

    private string Written(ExpressionSyntax syntax) => Written(syntax.Span);

    private static BoundConstant Constant(TextSpan span, CelValue value, CelType type) => new(span, type, value);

    private string Shown(CelType type) => TypeText.Of(_inference.Finish(type));

    private BoundError Report(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<string> arguments) =>
        ReportWithSuggestion(descriptor, span, null, arguments);

    private BoundError ReportWithSuggestion(
        DiagnosticDescriptor descriptor, TextSpan span, string? suggestion, params ReadOnlySpan<string> arguments)
    {
        // Of a text with mistakes only names before the first one are what their author meant.
        var isName = descriptor == BindingDescriptors.UndeclaredName || descriptor == BindingDescriptors.UndeclaredField
            || descriptor == BindingDescriptors.UndeclaredFunction;
        if (_trustedLength is { } length && (span.End > length || !isName))
            return new BoundError(span);
        var diagnostic = Diagnostic.Create(descriptor, Location.Of(_text, span), arguments);
        _diagnostics.Add(diagnostic with { Suggestion = suggestion });
        return new BoundError(span);
    }
}
