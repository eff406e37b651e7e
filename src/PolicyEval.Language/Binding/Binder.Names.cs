using System.Collections.Immutable;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Syntax;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Binding;

/// <content>Names and fields (CEL language definition, "Name Resolution").</content>
internal sealed partial class Binder
{
    /// <summary>A dotted chain is the longest declared name that begins it, and selections from there on.</summary>
    private BoundExpression BindNameOrMember(ExpressionSyntax syntax)
    {
        if (NameChain.TryCreate(syntax) is { } chain)
            return BindChain(chain);

        var member = (MemberExpressionSyntax)syntax;
        var operand = Bind(member.Operand);
        return Select(operand, member.Name, member.Span, member.IsOptional);
    }

    private BoundExpression BindChain(NameChain chain)
    {
        var (value, used) = ResolveChain(chain);
        if (value is null)
            return ReportUndeclared(chain);
        for (var i = used; i < chain.Names.Length; i++)
            value = Select(value, chain.Names[i], chain.SpanOf(i + 1));
        return value;
    }

    private (BoundExpression? Value, int Used) ResolveChain(NameChain chain)
    {
        if (FindLocal(chain) is { } local)
            return (new BoundLocal(chain.SpanOf(1), local.Type, local), 1);

        for (var length = chain.Names.Length; length > 0; length--)
        {
            foreach (var name in Candidates(chain.NameOf(length), chain.IsRooted))
            {
                if (ResolveName(name, chain.SpanOf(length)) is { } value)
                    return (value, length);
            }
        }

        return (null, 0);
    }

    private BoundExpression? ResolveName(string name, TextSpan span)
    {
        if (_environment.Variable(name) is { } variable)
            return new BoundVariable(span, Declared(variable.Type), variable);
        var type = _environment.TypeNamed(name) ?? _environment.Record(name)?.Type;
        return type is null ? null : Constant(span, CelValue.Of(type), Declared(CelType.TypeOf(type)));
    }

    /// <summary>
    /// Where nothing is checked only records keep their type: their fields have slots and no names at run time.
    /// </summary>
    private CelType Declared(CelType type) => _isChecked || type.Kind == CelTypeKind.Record ? type : CelType.Dyn;

    private LocalSymbol? FindLocal(NameChain chain)
    {
        for (var i = _scope.Count - 1; i >= 0 && !chain.IsRooted; i--)
        {
            if (_scope[i].Name == chain.Names[0].Text)
                return _scope[i];
        }

        return null;
    }

    /// <summary>The full names that a name may stand for, the innermost namespace first.</summary>
    private IEnumerable<string> Candidates(string name, bool isRooted)
    {
        var container = isRooted ? "" : _environment.Container;
        while (container.Length > 0)
        {
            yield return $"{container}.{name}";
            container = container[..Math.Max(0, container.LastIndexOf('.'))];
        }

        yield return name;
    }

    private BoundExpression ReportUndeclared(NameChain chain)
    {
        var first = chain.Names[0];

        // A loop that lost a bracket ends too early, and its variable stands outside.
        if (_trustedLength is not null && _declared.Contains(first.Text))
            return new BoundError(chain.SpanOf(1));

        // In a namespace that exists it is the whole name that is wrong.
        var prefix = first.Text + ".";
        var isNamespace = _environment.Variables.Any(v => v.Name.StartsWith(prefix, StringComparison.Ordinal));
        var length = isNamespace ? chain.Names.Length : 1;
        var name = chain.NameOf(length);
        if (!_isChecked)
            return new BoundFailure(chain.SpanOf(length), CelType.Dyn, $"undeclared reference to '{name}'");

        var known = _scope.Select(l => l.Name)
            .Concat(_environment.Variables.Select(v => v.Name)).Concat(_environment.TypeNames)
            .Concat(["true", "false", "null"]);
        if (chain.Names.Length == 1 && _environment.Function(name) is not null)
            return ReportWithSuggestion(BindingDescriptors.CallNeeded, chain.SpanOf(1), $"{name}()", name);
        var suggestion = QualifiedField(name) ?? Native(name, []) ?? NameSuggester.Nearest(name, known);
        return ReportWithSuggestion(
            BindingDescriptors.UndeclaredName,
            chain.SpanOf(length),
            suggestion,
            name,
            suggestion is null ? Declared() : "");
    }

    /// <summary>
    /// A selection. An optional operand makes it optional too: what begins with <c>.?</c> goes on with <c>.</c> alone.
    /// </summary>
    private BoundExpression Select(BoundExpression operand, SyntaxToken name, TextSpan span, bool isOptional = false)
    {
        // A name that the parser missed was reported there.
        if (name.Text.Length == 0)
            return new BoundError(span);

        var type = Selectable(operand.Type);
        if (type.Kind == CelTypeKind.Optional)
            (type, isOptional) = (Selectable(type.Arguments[0]), true);

        switch (type.Kind)
        {
            case CelTypeKind.Error:
                return new BoundError(span);
            case CelTypeKind.Record when FindField(type, name) is { } field:
                return SelectField(operand, field, span, isOptional);
            case CelTypeKind.Record:
                return MissingField(type, name, span);
            case CelTypeKind.Map or CelTypeKind.Dyn:
                var value = type.Kind == CelTypeKind.Map ? type.Arguments[1] : CelType.Dyn;
                var fields = type.Kind == CelTypeKind.Map ? [] : FieldsNamed(name.Text);
                return isOptional
                    ? new BoundOptionalSelect(span, OptionalOf(value), operand, name.Text, fields)
                    : new BoundSelect(span, value, operand, name.Text, fields);
            case var _ when _environment.Function(name.Text)?.Overloads.Any(o => o.IsMethod) == true:
                return ReportWithSuggestion(
                    BindingDescriptors.CallNeeded, name.Span, $"{name.Text}()", name.Text);
            default:
                return Report(BindingDescriptors.NotSelectable, name.Span, name.Text, Shown(type));
        }
    }

    /// <summary>The type of an operand as far as it is known; what nothing is known of is dyn from here on.</summary>
    private CelType Selectable(CelType operand)
    {
        var type = Declared(_inference.Shallow(operand));
        if (type.Kind != CelTypeKind.Parameter)
            return type;
        _inference.TryAssign(CelType.Dyn, type);
        return CelType.Dyn;
    }

    private BoundExpression SelectField(BoundExpression operand, FieldReference field, TextSpan span, bool isOptional)
    {
        var type = Declared(field.Field.Type);
        if (!isOptional)
            return new BoundField(span, type, operand, field.Record, field.Field);

        // A field that is null is none, so that the value inside is never null.
        var inner = type.Kind == CelTypeKind.Wrapper ? type.Arguments[0] : type;
        return new BoundOptionalField(span, OptionalOf(inner), operand, field.Record, field.Field);
    }

    private CelType OptionalOf(CelType type) => _isChecked ? CelType.Optional(type) : CelType.Dyn;

    /// <summary>The field of a record type, noted as one that the expression reads; null where there is none.</summary>
    private FieldReference? FindField(CelType type, SyntaxToken name)
    {
        if (_environment.Record(type.Name) is not { } record || record.Field(name.Text) is not { } field)
            return null;
        var reference = new FieldReference(record, field);
        _fields.Add(reference);
        return reference;
    }

    /// <summary>The fields of a name, of all records that something may turn out to be.</summary>
    private ImmutableArray<FieldReference> FieldsNamed(string name) =>
    [
        .. _environment.Records.Select(r => (Record: r, Field: r.Field(name)))
            .Where(found => found.Field is not null)
            .Select(found => new FieldReference(found.Record, found.Field!)),
    ];

    private BoundExpression MissingField(CelType type, SyntaxToken name, TextSpan span)
    {
        if (!_isChecked)
            return new BoundFailure(span, CelType.Dyn, $"no such field: '{name.Text}'");
        var names = _environment.Record(type.Name)?.Fields.Select(f => f.Name) ?? [];
        var suggestion = NameSuggester.Nearest(name.Text, names);
        return ReportWithSuggestion(
            BindingDescriptors.UndeclaredField, name.Span, suggestion, name.Text, type.Name);
    }
}
