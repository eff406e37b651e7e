using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Syntax;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Binding;

/// <content>What the author of a call that fits nothing may have meant.</content>
internal sealed partial class Binder
{
    private const int ShownSignatures = 3;
    private const int ShownNames = 10;

    /// <summary>Reports a call whose arguments fit no overload.</summary>
    private BoundError ReportMisfit(
        FunctionSymbol function, bool isMethod, TextSpan span, ImmutableArray<BoundExpression> arguments)
    {
        // Of a text with mistakes nothing is said but wrong names, and its operands need not stand in order.
        if (_trustedLength is not null)
            return new BoundError(span);
        var name = Displayed(function.Name);
        if (function.Name == "_[_]" && Unwrapped(arguments[0]).Kind == CelTypeKind.Record)
            return ReportFieldByIndex(span, arguments[0], arguments[1]);
        if (function.Overloads.All(o => o.IsMethod != isMethod) && arguments.Length > 0)
            return ReportCallStyle(function, isMethod, span, arguments);
        return ReportWithSuggestion(
            BindingDescriptors.NoMatchingOverload,
            span,
            arguments.Length == 2 && !char.IsLetter(name[0])
                ? Converted(function, span, arguments[0], arguments[1])
                : null,
            name,
            string.Join(", ", arguments.Select(a => Shown(a.Type))),
            Signatures(function, isMethod, arguments));
    }

    private BoundError ReportFieldByIndex(TextSpan span, BoundExpression record, BoundExpression index)
    {
        var field = index is BoundConstant { Type.Kind: CelTypeKind.String } constant ? constant.Value.AsString : null;
        var isKnown = field is not null && _environment.Record(Unwrapped(record).Name)?.Field(field) is not null;
        return ReportWithSuggestion(
            BindingDescriptors.FieldByIndex, span, isKnown ? $"{Operand(record)}.{field}" : null, Shown(record.Type));
    }

    private BoundError ReportCallStyle(
        FunctionSymbol function, bool isMethod, TextSpan span, ImmutableArray<BoundExpression> arguments)
    {
        var name = function.Name;
        var meant = isMethod
            ? $"{name}({string.Join(", ", arguments.Select(Written))})"
            : $"{Operand(arguments[0])}.{name}({string.Join(", ", arguments.Skip(1).Select(Written))})";
        var way = isMethod ? $"as a function: {name}(x)" : $"as a method, after a dot: x.{name}(…)";
        var fits = Fits(function, !isMethod, [.. arguments.Select(a => a.Type)]);
        return ReportWithSuggestion(BindingDescriptors.CallStyle, span, fits ? meant : null, name, way);
    }

    /// <summary>Reports <c>!a == b</c> where a is no bool: the negation was meant for the comparison.</summary>
    private BoundError ReportNegation(
        BinaryExpressionSyntax syntax, ExpressionSyntax negated, BoundExpression operand) =>
        ReportWithSuggestion(
            BindingDescriptors.NotBindsFirst,
            syntax.Span,
            $"!({Written(TextSpan.FromBounds(negated.Span.Start, syntax.Right.Span.End))})",
            Written(negated),
            Shown(operand.Type));

    /// <summary>The signatures that fit but for one argument, or those of so many arguments.</summary>
    private string Signatures(FunctionSymbol function, bool isMethod, ImmutableArray<BoundExpression> arguments)
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

    private int Fitting(OverloadSymbol overload, ImmutableArray<BoundExpression> arguments)
    {
        var count = 0;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (Unwrapped(arguments[i]).Kind == overload.Parameter(i).Kind)
                count++;
        }

        return count;
    }

    /// <summary>The operation with one operand converted so that it fits; null where no conversion is usual.</summary>
    private string? Converted(FunctionSymbol function, TextSpan span, BoundExpression left, BoundExpression right)
    {
        if (AsToken(left, right) is { } token)
            return Replaced(span, left.Span, token);
        foreach (var type in Conversions(function, right, Unwrapped(left)))
        {
            if (Fits(function, isMethod: false, Unwrapped(left), type) && WrittenAs(type, right) is { } converted)
                return Replaced(span, right.Span, converted);
        }

        foreach (var type in Conversions(function, left, Unwrapped(right)))
        {
            if (Fits(function, isMethod: false, type, Unwrapped(right)) && WrittenAs(type, left) is { } converted)
                return Replaced(span, left.Span, converted);
        }

        return null;
    }

    /// <summary>What an operand is usually converted to beside one of another type, the likely type first.</summary>
    private ImmutableArray<CelType> Conversions(FunctionSymbol function, BoundExpression operand, CelType other) =>
        (other.Kind, Unwrapped(operand).Kind) switch
        {
            (CelTypeKind.Timestamp, CelTypeKind.String) => [other, CelType.Duration],
            (CelTypeKind.Duration, CelTypeKind.String) => [other, CelType.Timestamp],
            (CelTypeKind.Bool or CelTypeKind.Int, CelTypeKind.String) => [other],
            (CelTypeKind.Int, CelTypeKind.Uint) or (CelTypeKind.Double, CelTypeKind.Int)
                or (CelTypeKind.Duration, CelTypeKind.Int) => [other],
            (CelTypeKind.String, not (CelTypeKind.String or CelTypeKind.Null)) when function.Name == "_+_" => [other],
            _ => [],
        };

    private bool Fits(FunctionSymbol function, bool isMethod, params CelType[] types) => function.Overloads.Any(o =>
        o.IsMethod == isMethod && o.Takes(types.Length)
        && _inference.TryAssign(types, Instantiated(o, types.Length, [])));

    /// <summary>An operand as another type, by a conversion or as another literal; null where it cannot be.</summary>
    private string? WrittenAs(CelType type, BoundExpression operand)
    {
        var written = Written(operand);
        return (type.Kind, Unwrapped(operand).Kind) switch
        {
            (CelTypeKind.Timestamp or CelTypeKind.Duration, CelTypeKind.String) when operand is BoundConstant text =>
                TimeOf(type, text.Value.AsString, written),
            (CelTypeKind.Duration, CelTypeKind.Int) =>
                DurationOfNumber() is { } function ? $"{function}({written})" : null,
            (CelTypeKind.Bool or CelTypeKind.Int, CelTypeKind.String) =>
                operand is BoundConstant constant ? Unquoted(type, constant.Value.AsString) : null,
            (CelTypeKind.Int, CelTypeKind.Uint) when operand is BoundConstant => written.TrimEnd('u', 'U'),
            (CelTypeKind.Double, CelTypeKind.Int) when operand is BoundConstant => written + ".0",
            _ when _environment.Function($"{type}") is { } conversion
                && Fits(conversion, isMethod: false, Unwrapped(operand)) => $"{type}({written})",
            _ => null,
        };
    }

    /// <summary>A field that is compared with a word that its cell may hold instead of a value, or null.</summary>
    private string? AsToken(BoundExpression left, BoundExpression right) =>
        left is BoundField { Field: { IsEvidence: true, Domain.Tokens: var tokens } }
        && right is BoundConstant { Type.Kind: CelTypeKind.String } word && tokens.Contains(word.Value.AsString)
            ? $"token({Written(left)})"
            : null;

    /// <summary>A text as the time that it says, a day alone with its first second; null where it says none.</summary>
    private static string? TimeOf(CelType wanted, string value, string written)
    {
        if (wanted.Kind == CelTypeKind.Duration)
            return DurationText.TryParse(value, out _, out _) ? $"duration({written})" : null;
        if (TimestampText.TryParse(value, out _, out _))
            return $"timestamp({written})";
        var day = value + "T00:00:00Z";
        return TimestampText.TryParse(day, out _, out _) ? $"timestamp('{day}')" : null;
    }

    /// <summary>The function that makes a duration of a number, such as <c>days</c>, or null.</summary>
    private string? DurationOfNumber() => _environment.Functions
        .FirstOrDefault(f => f.Overloads is [{ IsMethod: false, Result.Kind: CelTypeKind.Duration } only]
            && only.Takes(1) && only.Parameter(0).Kind == CelTypeKind.Int)?.Name;

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

    /// <summary>What may be named at this place, for those who know no better; empty where that is too much.</summary>
    private string Declared()
    {
        var names = _scope.Select(l => l.Name).Concat(_environment.Variables.Select(v => v.Name)).Distinct().ToArray();
        return names.Length is 0 or > ShownNames ? "" : $"; declared: {string.Join(", ", names)}";
    }

    /// <summary>The name in CEL, or in this environment, of what other languages call so; null for none.</summary>
    private string? Native(string name, IEnumerable<string> known)
    {
        var meant = ForeignText.Meant(name);
        return meant is not null && (known.Contains(meant) || _environment.Variable(meant) is not null) ? meant : null;
    }

    private string Written(BoundExpression node) => Written(node.Span);

    private string Written(TextSpan span) => _text.Content.Substring(span.Start, span.Length);

    /// <summary>The text of a span with another one in the place of a part; brackets around that stay.</summary>
    private string Replaced(TextSpan span, TextSpan part, string text) =>
        Written(TextSpan.FromBounds(span.Start, part.Start)) + text + Written(TextSpan.FromBounds(part.End, span.End));

    /// <summary>The text of what a dot can follow: operators bind less than the dot and need brackets.</summary>
    private string Operand(BoundExpression node) => node switch
    {
        BoundNot or BoundLogical or BoundConditional => $"({Written(node)})",
        BoundCall { Function.Name: "@in" or "-_" or ['_', not '[', .., '_'] } => $"({Written(node)})",
        _ => Written(node),
    };

    private CelType Unwrapped(BoundExpression node)
    {
        var type = _inference.Shallow(node.Type);
        return type.Kind == CelTypeKind.Wrapper ? type.Arguments[0] : type;
    }
}
