using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Syntax;

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
            ("all", 2 or 3) => BindLoop(syntax, ComprehensionKind.All, count - 1),
            ("exists", 2 or 3) => BindLoop(syntax, ComprehensionKind.Exists, count - 1),
            ("exists_one" or "existsOne", 2 or 3) => BindLoop(syntax, ComprehensionKind.ExistsOne, count - 1),
            ("map", 2 or 3) => BindLoop(syntax, ComprehensionKind.Map, 1),
            ("filter", 2) => BindLoop(syntax, ComprehensionKind.Filter, 1),
            ("transformList", 3 or 4) => BindLoop(syntax, ComprehensionKind.Map, 2),
            ("transformMap", 3 or 4) => BindLoop(syntax, ComprehensionKind.TransformMap, 2),
            ("transformMapEntry", 3 or 4) => BindLoop(syntax, ComprehensionKind.TransformMapEntry, 2),
            ("sortBy", 2) when _environment.Function(FunctionSymbol.SortByKeys) is { } sort => BindSort(syntax, sort),
            ("optMap", 2) => BindOptionalMap(syntax, isFlat: false),
            ("optFlatMap", 2) => BindOptionalMap(syntax, isFlat: true),
            ("bind", 3) when IsNamespace(syntax.Receiver, "cel") => BindLocal(syntax),
            _ => null,
        };
    }

    private static bool IsNamespace(ExpressionSyntax? receiver, string name) =>
        receiver is NameExpressionSyntax { Dot: null } simple && simple.Identifier.Text == name;

    /// <summary>The macro whose name a call has, whatever its arguments; null where there is none.</summary>
    private MacroSignature? FindMacro(CallExpressionSyntax syntax)
    {
        var name = syntax.Name.Text;
        return Macros.FirstOrDefault(m => (m.Name == name && m.IsMethod == syntax.Receiver is not null)
            || (m.Name == $"cel.{name}" && IsNamespace(syntax.Receiver, "cel")));
    }

    private IEnumerable<MacroSignature> Macros =>
        _environment.HasEvidence ? MacroSignature.All.Concat(MacroSignature.OfEvidence) : MacroSignature.All;

    private BoundExpression BindHas(CallExpressionSyntax syntax)
    {
        if (Unparenthesized(syntax.Arguments[0]) is not MemberExpressionSyntax member)
            return ReportNoSelection(syntax.Arguments[0], "has");
        if (member.IsOptional)
            return Report(BindingDescriptors.MacroNeedsSelection, member.Span, "has");

        var operand = Bind(member.Operand);
        return Select(operand, member.Name, syntax.Span) switch
        {
            BoundField field => new BoundFieldPresence(syntax.Span, operand, field.Record, field.Field),
            BoundOptionalField field => new BoundFieldPresence(syntax.Span, operand, field.Record, field.Field),
            BoundSelect select => new BoundPresence(syntax.Span, operand, select.Name, select.Fields),
            BoundOptionalSelect select => new BoundPresence(syntax.Span, operand, select.Name, select.Fields),
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
            var asked = BindEvidence(token, EvidenceMacro.Present);
            return asked is BoundEvidence present ? present with { Span = syntax.Span } : asked;
        }

        if (argument is not MemberExpressionSyntax { IsOptional: false } member)
            return ReportNoSelection(argument, name);

        var bound = Bind(member);
        if (bound.Kind == BoundNodeKind.Error)
            return bound;
        if (bound is not BoundField { Field.IsEvidence: true } field)
            return Report(BindingDescriptors.NotEvidence, member.Name.Span, name, member.Name.Text);
        return new BoundEvidence(syntax.Span, macro, field.Operand, field.Record, field.Field);
    }

    /// <summary>Reports what is no selection, unless it has a mistake of its own.</summary>
    private BoundError ReportNoSelection(ExpressionSyntax argument, string macro) =>
        Bind(argument) as BoundError ?? Report(BindingDescriptors.MacroNeedsSelection, argument.Span, macro);

    private static ExpressionSyntax Unparenthesized(ExpressionSyntax syntax)
    {
        while (syntax is ParenthesizedExpressionSyntax parenthesized)
            syntax = parenthesized.Expression;
        return syntax;
    }
}
