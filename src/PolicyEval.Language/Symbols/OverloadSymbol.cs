using System.Collections.Immutable;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Symbols;

/// <summary>
/// One signature of a function with its body. A body gets values only, never an error or an unknown: functions are
/// strict (CEL language definition, "Evaluation"), and the emitter sees to it. It answers failures with an error
/// value and does not throw. Called without the checker, a body is chosen by the kinds of the arguments.
/// </summary>
/// <param name="Id">The stable name of the signature, such as <c>string_contains_string</c>.</param>
/// <param name="IsMethod">
/// Whether it is called as <c>receiver.f(…)</c>; the receiver is then the first parameter.
/// </param>
/// <param name="Parameters">The parameter types, the receiver's first.</param>
/// <param name="Result">The result type.</param>
public sealed record OverloadSymbol(string Id, bool IsMethod, ImmutableArray<CelType> Parameters, CelType Result)
{
    /// <summary>The body for one argument, or null.</summary>
    public UnaryBody? Unary { get; init; }

    /// <summary>The body for two arguments, or null.</summary>
    public BinaryBody? Binary { get; init; }

    /// <summary>The body for any number of arguments, or null.</summary>
    public VariadicBody? Variadic { get; init; }
}
