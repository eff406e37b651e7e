using System.Diagnostics;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Syntax;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <content>Macros (CEL language definition, "Macros"), and those that ask about a cell of the evidence.</content>
internal sealed partial class Binder
{
    private BoundExpression? TryBindMacro(CallExpressionSyntax syntax)
    {
        var count = syntax.Arguments.Length;
        if (syntax.Receiver is null)
        {
            return (syntax.Name.Text, count) switch
            {
                ("has", 1) => BindHas(syntax),
                ("known", 1) when _environment.HasEvidence => BindEvidence(syntax, EvidenceMacro.Known),
                ("token", 1) when _environment.HasEvidence => BindEvidence(syntax, EvidenceMacro.Token),
                ("require", 1) when _environment.HasEvidence => BindEvidence(syntax, EvidenceMacro.Require),
                ("missing", 1) when _environment.HasEvidence => BindEvidence(syntax, EvidenceMacro.Missing),
                _ => null,
            };
        }

        return (syntax.Name.Text, count) switch
        {
            ("all", 2) => BindLoop(syntax, ComprehensionKind.All),
            ("exists", 2) => BindLoop(syntax, ComprehensionKind.Exists),
            ("exists_one", 2) => BindLoop(syntax, ComprehensionKind.ExistsOne),
            ("map", 2 or 3) => BindLoop(syntax, ComprehensionKind.Map),
            ("filter", 2) => BindLoop(syntax, ComprehensionKind.Filter),
            ("all" or "exists" or "exists_one" or "existsOne", 3) => Unsupported(syntax, "a macro of two variables"),
            ("transformList" or "transformMap" or "transformMapEntry", 3 or 4) =>
                Unsupported(syntax, "a macro of two variables"),
            ("optMap" or "optFlatMap", 2) => Unsupported(syntax, "a macro of optional values"),
            ("bind", 3) when syntax.Receiver is NameExpressionSyntax { Identifier.Text: "cel" } =>
                Unsupported(syntax, "cel.bind()"),
            _ => null,
        };
    }

    private BoundError Unsupported(CallExpressionSyntax syntax, string what) =>
        Report(BindingDescriptors.NotSupported, syntax.Name.Span, what);

    private IEnumerable<string> MacroNames(bool isMethod)
    {
        if (isMethod)
            return ["all", "exists", "exists_one", "filter", "map"];
        return _environment.HasEvidence ? ["has", "known", "missing", "require", "token"] : ["has"];
    }

    private BoundExpression BindHas(CallExpressionSyntax syntax)
    {
        if (Unparenthesized(syntax.Arguments[0]) is not MemberExpressionSyntax member)
            return Report(BindingDescriptors.MacroNeedsSelection, syntax.Arguments[0].Span, "has");
        var operand = Bind(member.Operand);
        if (member.IsOptional)
            return Report(BindingDescriptors.NotSupported, member.Span, "optional selection");

        return Select(operand, member.Name, syntax.Span) switch
        {
            BoundField field => new BoundFieldPresence(syntax.Span, operand, field.Record, field.Field),
            BoundSelect => new BoundPresence(syntax.Span, operand, member.Name.Text),
            var other => other,
        };
    }

    private BoundExpression BindEvidence(CallExpressionSyntax syntax, EvidenceMacro macro)
    {
        var name = syntax.Name.Text;
        var argument = Unparenthesized(syntax.Arguments[0]);
        if (macro == EvidenceMacro.Known
            && argument is CallExpressionSyntax { Receiver: null, Name.Text: "token", Arguments.Length: 1 } token)
        {
            return BindEvidence(token, EvidenceMacro.Present);
        }

        if (argument is not MemberExpressionSyntax { IsOptional: false } member)
            return Report(BindingDescriptors.MacroNeedsSelection, argument.Span, name);

        var bound = Bind(member);
        if (bound.Kind == BoundNodeKind.Error)
            return bound;
        if (bound is not BoundField { Field.IsEvidence: true } field)
            return Report(BindingDescriptors.NotEvidence, member.Name.Span, name, member.Name.Text);
        return new BoundEvidence(syntax.Span, macro, field.Operand, field.Record, field.Field);
    }

    private BoundExpression BindLoop(CallExpressionSyntax syntax, ComprehensionKind kind)
    {
        var range = Bind(syntax.Receiver!);
        var elementType = ElementType(range, syntax);
        if (syntax.Arguments[0] is MissingExpressionSyntax)
            return new BoundError(syntax.Span);
        if (syntax.Arguments[0] is not NameExpressionSyntax { Dot: null } variable)
            return Report(BindingDescriptors.MacroNeedsName, syntax.Arguments[0].Span, syntax.Name.Text);

        var local = new LocalSymbol(variable.Identifier.Text, elementType, _scope.Count);
        _scope.Add(local);
        _localCount = Math.Max(_localCount, _scope.Count);
        var isMap = kind == ComprehensionKind.Map;
        var condition = isMap && syntax.Arguments.Length == 2 ? null : BindCondition(syntax.Arguments[1]);
        var result = isMap ? Bind(syntax.Arguments[^1]) : null;
        _scope.RemoveAt(_scope.Count - 1);
        if (elementType.Kind == CelTypeKind.Error)
            return new BoundError(syntax.Span);

        var type = kind switch
        {
            ComprehensionKind.All or ComprehensionKind.Exists or ComprehensionKind.ExistsOne => CelType.Bool,
            ComprehensionKind.Map => CelType.List(result!.Type),
            ComprehensionKind.Filter => CelType.List(elementType),
            _ => throw new UnreachableException(kind.ToString()),
        };
        return new BoundComprehension(syntax.Span, type, kind, range, local, condition, result);
    }

    private CelType ElementType(BoundExpression range, CallExpressionSyntax syntax)
    {
        var type = _inference.Shallow(range.Type);
        switch (type.Kind)
        {
            case CelTypeKind.List or CelTypeKind.Map:
                return type.Arguments[0];
            case CelTypeKind.Dyn or CelTypeKind.Error:
                return type;
            case CelTypeKind.Parameter:
                _inference.TryAssign(CelType.Dyn, type);
                return CelType.Dyn;
            default:
                Report(BindingDescriptors.NotIterable, range.Span, syntax.Name.Text, Shown(type));
                return CelType.Error;
        }
    }

    private static ExpressionSyntax Unparenthesized(ExpressionSyntax syntax)
    {
        while (syntax is ParenthesizedExpressionSyntax parenthesized)
            syntax = parenthesized.Expression;
        return syntax;
    }
}
