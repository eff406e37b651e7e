using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Syntax;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <content>What the author of a call that fits nothing may have meant.</content>
internal sealed partial class Binder
{
    private const int ShownSignatures = 3;

    /// <summary>Reports a call whose arguments fit no overload.</summary>
    private BoundError ReportMisfit(
        FunctionSymbol function, bool isMethod, TextSpan span, ImmutableArray<BoundExpression> arguments)
    {
        var name = Displayed(function.Name);
        if (function.Name == "_[_]" && Unwrapped(arguments[0]).Kind == CelTypeKind.Record)
            return ReportFieldByIndex(span, arguments[0], arguments[1]);
        if (function.Overloads.All(o => o.IsMethod != isMethod) && arguments.Length > 0)
            return ReportCallStyle(name, isMethod, span, arguments);
        return ReportWithSuggestion(
            BindingDescriptors.NoMatchingOverload,
            span,
            arguments.Length == 2 && !char.IsLetter(name[0]) ? Converted(name, arguments[0], arguments[1]) : null,
            name,
            string.Join(", ", arguments.Select(a => Shown(a.Type))),
            Signatures(function, isMethod, arguments));
    }

    private BoundError ReportFieldByIndex(TextSpan span, BoundExpression record, BoundExpression index)
    {
        var field = index is BoundConstant { Type.Kind: CelTypeKind.String } constant ? constant.Value.AsString : null;
        var isKnown = field is not null && _environment.Record(Unwrapped(record).Name)?.Field(field) is not null;
        return ReportWithSuggestion(
            BindingDescriptors.FieldByIndex, span, isKnown ? $"{Written(record)}.{field}" : null, Shown(record.Type));
    }

    private BoundError ReportCallStyle(
        string name, bool isMethod, TextSpan span, ImmutableArray<BoundExpression> arguments)
    {
        var written = arguments.Select(Written).ToArray();
        var meant = isMethod
            ? $"{name}({string.Join(", ", written)})"
            : $"{Operand(written[0])}.{name}({string.Join(", ", written[1..])})";
        var way = isMethod ? $"as a function: {name}(x)" : $"as a method, after a dot: x.{name}(…)";
        return ReportWithSuggestion(BindingDescriptors.CallStyle, span, meant, name, way);
    }

    /// <summary>Reports <c>!a == b</c> where a is no bool: the negation was meant for the comparison.</summary>
    private BoundError ReportNegation(BinaryExpressionSyntax syntax, BoundExpression operand)
    {
        var inner = TextSpan.FromBounds(operand.Span.Start, syntax.Right.Span.End);
        return ReportWithSuggestion(
            BindingDescriptors.NotBindsFirst,
            syntax.Span,
            $"!({_text.Content.Substring(inner.Start, inner.Length)})",
            Written(operand),
            Shown(operand.Type));
    }

    /// <summary>The signatures that fit but for one argument, or those of so many arguments.</summary>
    private static string Signatures(FunctionSymbol function, bool isMethod, ImmutableArray<BoundExpression> arguments)
    {
        if (function.Name is "_==_" or "_!=_")
            return "; both sides need one type";
        var all = function.Overloads.Where(o => o.IsMethod == isMethod).ToArray();
        var sameCount = all.Where(o => o.Takes(arguments.Length)).ToArray();
        var near = sameCount.Where(o => Fitting(o, arguments) == arguments.Length - 1).ToArray();
        var shown = near.Length > 0 ? near : sameCount.Length > 0 ? sameCount : all;
        var texts = shown.Select(o => $"({string.Join(", ", o.Parameters.Select(TypeText.Of))})").Distinct().ToArray();
        var more = texts.Length > ShownSignatures ? " and more" : "";
        return texts.Length == 0 ? "" : $"; it takes {string.Join(" or ", texts.Take(ShownSignatures))}{more}";
    }

    private static int Fitting(OverloadSymbol overload, ImmutableArray<BoundExpression> arguments)
    {
        var count = 0;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (Unwrapped(arguments[i]).Kind == overload.Parameter(i).Kind)
                count++;
        }

        return count;
    }

    /// <summary>The operation with one operand converted to the type of the other; null where none is usual.</summary>
    private string? Converted(string name, BoundExpression left, BoundExpression right)
    {
        if (ConvertedTo(name, Unwrapped(left), right) is { } newRight)
            return $"{Written(left)} {name} {newRight}";
        return ConvertedTo(name, Unwrapped(right), left) is { } newLeft ? $"{newLeft} {name} {Written(right)}" : null;
    }

    private string? ConvertedTo(string name, CelType wanted, BoundExpression operand)
    {
        var written = Written(operand);
        return (wanted.Kind, Unwrapped(operand).Kind) switch
        {
            (CelTypeKind.Timestamp, CelTypeKind.String) => $"timestamp({written})",
            (CelTypeKind.Duration, CelTypeKind.String) => $"duration({written})",
            (CelTypeKind.Bool or CelTypeKind.Int, CelTypeKind.String) when operand is BoundConstant constant =>
                Unquoted(wanted, constant.Value.AsString),
            (CelTypeKind.Int, CelTypeKind.Uint) when operand is BoundConstant => written.TrimEnd('u', 'U'),
            (CelTypeKind.Int, CelTypeKind.Uint) => $"int({written})",
            (CelTypeKind.Double, CelTypeKind.Int) when operand is BoundConstant => written + ".0",
            (CelTypeKind.Double, CelTypeKind.Int) => $"double({written})",
            (CelTypeKind.String, not CelTypeKind.String) when name == "+" => $"string({written})",
            _ => null,
        };
    }

    private static string? Unquoted(CelType wanted, string value)
    {
        var fits = wanted.Kind == CelTypeKind.Bool
            ? value is "true" or "false"
            : long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        return fits ? value : null;
    }

    /// <summary>The field of a record that is called so, with its variable before it, or null.</summary>
    private string? QualifiedField(string name) => _environment.Variables
        .Where(v => v.Type.Kind == CelTypeKind.Record && _environment.Record(v.Type.Name)?.Field(name) is not null)
        .Select(v => $"{v.Name}.{name}").FirstOrDefault();

    private string Written(BoundExpression node) => _text.Content.Substring(node.Span.Start, node.Span.Length);

    private static string Operand(string written) => written.Contains(' ') ? $"({written})" : written;

    private static CelType Unwrapped(BoundExpression node) =>
        node.Type.Kind == CelTypeKind.Wrapper ? node.Type.Arguments[0] : node.Type;
}
