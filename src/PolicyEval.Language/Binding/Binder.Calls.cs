using System.Collections.Immutable;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Syntax;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <content>Functions, methods and operators, and the choice of their overloads.</content>
internal sealed partial class Binder
{
    private BoundExpression BindUnary(UnaryExpressionSyntax syntax)
    {
        if (syntax.OperatorToken.Kind == SyntaxKind.BangToken)
            return new BoundNot(syntax.Span, BindCondition(syntax.Operand));
        return BindOperator("-_", syntax.Span, Bind(syntax.Operand));
    }

    private BoundExpression BindBinary(BinaryExpressionSyntax syntax)
    {
        if (syntax.Left is UnaryExpressionSyntax { OperatorToken.Kind: SyntaxKind.BangToken } not && _isChecked)
            return BindNegatedLeft(syntax, not);
        var left = Bind(syntax.Left);
        var right = Bind(syntax.Right);
        return BindOperator(SyntaxFacts.BinaryFunction(syntax.OperatorToken.Kind), syntax.Span, left, right);
    }

    private BoundExpression BindNegatedLeft(BinaryExpressionSyntax syntax, UnaryExpressionSyntax not)
    {
        var operand = Bind(not.Operand);
        var right = Bind(syntax.Right);
        return _inference.TryAssign(operand.Type, CelType.Bool)
            ? BindOperator(
                SyntaxFacts.BinaryFunction(syntax.OperatorToken.Kind),
                syntax.Span,
                new BoundNot(not.Span, operand),
                right)
            : ReportNegation(syntax, not.Operand, operand);
    }

    private BoundExpression BindIndex(IndexExpressionSyntax syntax)
    {
        var operand = Bind(syntax.Operand);
        var index = Bind(syntax.Index);
        return BindOperator(syntax.IsOptional ? "_[?_]" : "_[_]", syntax.Span, operand, index);
    }

    private BoundExpression BindOperator(
        string name, TextSpan span, params ImmutableArray<BoundExpression> arguments) =>
        _environment.Function(name) is { } function
            ? Resolve(function, isMethod: false, span, arguments)
            : Undeclared(name, span);

    private BoundExpression BindCall(CallExpressionSyntax syntax)
    {
        if (TryBindMacro(syntax) is { } macro)
            return macro;
        if (FindFunction(syntax) is { } function)
            return Resolve(function, isMethod: false, syntax.Span, BindArguments(null, syntax.Arguments));

        if (syntax.Receiver is not null && _environment.Function(syntax.Name.Text) is { } method)
            return BindMethod(syntax, method);
        if (_isChecked)
            return ReportUndeclared(syntax);
        BindArguments(syntax.Receiver, syntax.Arguments);
        return new BoundFailure(syntax.Span, CelType.Dyn, $"unbound function: '{syntax.Name.Text}'");
    }

    private BoundExpression BindMethod(CallExpressionSyntax syntax, FunctionSymbol method)
    {
        if (_isChecked && MistypedFunction(syntax.Receiver!, syntax.Name) is { } mistyped)
            return mistyped;
        return Resolve(method, isMethod: true, syntax.Span, BindArguments(syntax.Receiver, syntax.Arguments));
    }

    /// <summary>
    /// Reports a call of what is neither function nor macro. The arguments are bound for mistakes of their own, but for
    /// those of what was meant to be a macro: it alone would declare the variables in them.
    /// </summary>
    private BoundError ReportUndeclared(CallExpressionSyntax syntax)
    {
        var name = syntax.Name.Text;
        if (FindMacro(syntax) is { } misshapen)
            return Report(BindingDescriptors.MacroShape, syntax.Name.Span, misshapen.Name, misshapen.Shape);
        if (syntax.Receiver is not null && MistypedFunction(syntax.Receiver, syntax.Name) is { } mistyped)
            return mistyped;

        var isMethod = syntax.Receiver is not null;
        var names = _environment.Functions.Where(f => f.Overloads.Any(o => o.IsMethod == isMethod)).Select(f => f.Name);
        var macros = Macros.Where(m => m.IsMethod == isMethod);
        var known = names.Concat(macros.Select(m => m.Name)).ToArray();
        var suggestion = ForeignText.IsNot(name) && !isMethod
            ? "!"
            : Native(name, known) ?? NameSuggester.Nearest(name, known);
        var hasVariables = macros.Any(m => m.Name == suggestion && m.DeclaresVariables);
        var bound = BindArguments(syntax.Receiver, hasVariables ? [] : syntax.Arguments);
        return isMethod && bound[0].Kind == BoundNodeKind.Error
            ? new BoundError(syntax.Span)
            : ReportWithSuggestion(
                BindingDescriptors.UndeclaredFunction, Misnamed(syntax, suggestion), suggestion, name);
    }

    /// <summary>The name of the call; all of it where a variable was meant: <c>asOf</c> for <c>now()</c>.</summary>
    private TextSpan Misnamed(CallExpressionSyntax syntax, string? suggestion) =>
        suggestion is not null && _environment.Variable(suggestion) is not null
            ? syntax.Span
            : syntax.Name.Span;

    /// <summary>The function that is called by its name alone, in a namespace or not; null for a method.</summary>
    private FunctionSymbol? FindFunction(CallExpressionSyntax syntax)
    {
        var name = syntax.Name.Text;
        var isRooted = syntax.HasLeadingDot;
        if (syntax.Receiver is not null)
        {
            if (NameChain.TryCreate(syntax.Receiver) is not { } chain || FindLocal(chain) is not null)
                return null;
            name = $"{chain.NameOf(chain.Names.Length)}.{name}";
            isRooted = chain.IsRooted;
        }

        foreach (var candidate in Candidates(name, isRooted))
        {
            if (_environment.Function(candidate) is { } function)
                return function;
        }

        return null;
    }

    /// <summary>
    /// Reports <c>math.graetest</c> as one wrong name; null where the receiver is no namespace of functions.
    /// </summary>
    private BoundError? MistypedFunction(ExpressionSyntax receiver, SyntaxToken name)
    {
        if (NameChain.TryCreate(receiver) is not { } chain || ResolveChain(chain).Value is not null)
            return null;
        var prefix = chain.NameOf(chain.Names.Length) + ".";
        var siblings = _environment.Functions.Select(f => f.Name).Concat(Macros.Select(m => m.Name))
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).ToArray();
        return siblings.Length == 0
            ? null
            : ReportWithSuggestion(
                BindingDescriptors.UndeclaredFunction,
                TextSpan.FromBounds(receiver.Span.Start, name.Span.End),
                NameSuggester.Nearest(prefix + name.Text, siblings),
                prefix + name.Text);
    }

    private ImmutableArray<BoundExpression> BindArguments(
        ExpressionSyntax? receiver, ImmutableArray<ExpressionSyntax> arguments)
    {
        var bound = ImmutableArray.CreateBuilder<BoundExpression>();
        if (receiver is not null)
            bound.Add(Bind(receiver));
        foreach (var argument in arguments)
            bound.Add(Bind(argument));
        return bound.DrainToImmutable();
    }

    /// <summary>All overloads that fit; their common result type, or dyn where they differ.</summary>
    private BoundExpression Resolve(
        FunctionSymbol function, bool isMethod, TextSpan span, ImmutableArray<BoundExpression> arguments)
    {
        if (!_isChecked)
        {
            _isMetered |= function.Overloads.Any(o => o.IsMetered);
            return new BoundCall(span, CelType.Dyn, function, isMethod, [], arguments);
        }

        if (arguments.Any(a => a.Kind == BoundNodeKind.Error))
            return new BoundError(span);

        var types = arguments.Select(a => a.Type).ToArray();
        var fitting = ImmutableArray.CreateBuilder<OverloadSymbol>();
        CelType? result = null;
        var variables = new Dictionary<string, CelType>(StringComparer.Ordinal);
        foreach (var overload in function.Overloads)
        {
            if (overload.IsMethod != isMethod || !overload.Takes(types.Length))
                continue;
            if (overload.IsGeneral && result is not null && types.All(_inference.IsKnown))
                continue;
            variables.Clear();
            if (!_inference.TryAssign(types, Instantiated(overload, types.Length, variables)))
                continue;
            fitting.Add(overload);
            _isMetered |= overload.IsMetered;
            if (types.Any(_inference.IsDynamic))
                _inference.Loosen(variables.Values);
            var type = _inference.Resolve(_inference.Instantiate(overload.Result, variables));
            result = result is null || result.Equals(type) ? type : CelType.Dyn;
        }

        return result is null
            ? ReportMisfit(function, isMethod, span, arguments)
            : new BoundCall(span, result, function, isMethod, fitting.DrainToImmutable(), arguments);
    }

    private CelType[] Instantiated(OverloadSymbol overload, int count, Dictionary<string, CelType> variables)
    {
        var parameters = new CelType[count];
        for (var i = 0; i < count; i++)
            parameters[i] = _inference.Instantiate(overload.Parameter(i), variables);
        return parameters;
    }

    /// <summary>An operator that the environment does not have.</summary>
    private BoundExpression Undeclared(string name, TextSpan span) => _isChecked
        ? Report(BindingDescriptors.UndeclaredFunction, span, Displayed(name))
        : new BoundFailure(span, CelType.Dyn, $"unbound function: '{name}'");

    /// <summary>An operator's function as people write it: <c>_+_</c> is <c>+</c>, <c>@in</c> is <c>in</c>.</summary>
    private static string Displayed(string function) => function switch
    {
        "_[_]" => "[]",
        "_[?_]" => "[?]",
        "@in" => "in",
        ['_', .., '_'] when !char.IsLetter(function[1]) => function[1..^1],
        [_, '_'] when !char.IsLetter(function[0]) => function[..1],
        _ => function,
    };
}
