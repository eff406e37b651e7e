using System.Collections.Immutable;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Symbols;

/// <summary>
/// Chooses the overload of a call by the kinds of its arguments. The one that the checker found is tried first, and
/// by kinds alone; then all of the function, since checking never changes a value.
/// </summary>
internal sealed class OverloadDispatch
{
    private readonly string _name;
    private readonly ImmutableArray<OverloadSymbol> _overloads;
    private readonly OverloadSymbol? _first;
    private readonly CelKind?[] _firstKinds;
    private readonly bool _isTotal;

    public OverloadDispatch(FunctionSymbol function, bool isMethod, ImmutableArray<OverloadSymbol> chosen, int arity)
    {
        _name = function.Name;
        _overloads = [.. function.Overloads.Where(o => o.IsMethod == isMethod && o.Takes(arity))];
        _first = chosen.IsEmpty ? _overloads.FirstOrDefault() : chosen[0];

        // The bodies of operators know all kinds themselves: a list has an element dyn(1u), and 1 < dyn(2.0).
        _isTotal = !char.IsLetter(_name[0]);
        _firstKinds = _first is null ? [] : [.. _first.Parameters.Select(p => _isTotal ? null : KindOf(p))];
    }

    /// <summary>Calls with arguments that are all values.</summary>
    public CelValue Invoke(ReadOnlySpan<CelValue> arguments) =>
        Choose(arguments) is { } overload ? Call(overload, arguments) : NoOverload(arguments);

    /// <summary>Calls with one value.</summary>
    public CelValue Invoke(CelValue argument) =>
        _first?.Unary is { } body && Fits(0, argument) ? body(argument) : Invoke([argument]);

    /// <summary>Calls with two values.</summary>
    public CelValue Invoke(CelValue left, CelValue right) =>
        _first?.Binary is { } body && Fits(0, left) && Fits(1, right) ? body(left, right) : Invoke([left, right]);

    private bool Fits(int index, CelValue value) => _firstKinds[index] is not { } kind || kind == value.Kind;

    /// <summary>
    /// Null where every value fits; the kind of errors, which no argument has, where the kind is not enough.
    /// </summary>
    private static CelKind? KindOf(CelType parameter) =>
        parameter.Kind is CelTypeKind.Dyn or CelTypeKind.Parameter ? null : ValueKinds.Of(parameter) ?? CelKind.Error;

    private OverloadSymbol? Choose(ReadOnlySpan<CelValue> arguments)
    {
        if (_first is not null && (_isTotal || Accepts(_first, arguments)))
            return _first;
        foreach (var overload in _overloads)
        {
            if (Accepts(overload, arguments))
                return overload;
        }

        return null;
    }

    private static bool Accepts(OverloadSymbol overload, ReadOnlySpan<CelValue> arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!CelTypes.Accepts(overload.Parameter(i), arguments[i]))
                return false;
        }

        return true;
    }

    private static CelValue Call(OverloadSymbol overload, ReadOnlySpan<CelValue> arguments)
    {
        if (arguments.Length == 1 && overload.Unary is { } unary)
            return unary(arguments[0]);
        if (arguments.Length == 2 && overload.Binary is { } binary)
            return binary(arguments[0], arguments[1]);
        return overload.Variadic is { } variadic
            ? variadic(arguments)
            : CelValue.Error($"the function '{overload.Id}' is declared but has no body");
    }

    private CelValue NoOverload(ReadOnlySpan<CelValue> arguments)
    {
        var kinds = new string[arguments.Length];
        for (var i = 0; i < kinds.Length; i++)
            kinds[i] = CelTypes.Of(arguments[i]).ToString();
        return CelValue.Error($"no such overload: {_name}({string.Join(", ", kinds)})");
    }
}
