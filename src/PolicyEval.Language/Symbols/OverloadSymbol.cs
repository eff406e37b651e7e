using System.Collections.Immutable;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

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
    /// <summary>
    /// Whether the last parameter may be given more than once, as in <c>math.greatest(1, 2, 3)</c>; it is given at
    /// least once. The body is then <see cref="Variadic"/>.
    /// </summary>
    public bool IsVariadic { get; init; }

    /// <summary>Whether a call may have so many arguments, the receiver among them.</summary>
    public bool Takes(int arguments) =>
        arguments == Parameters.Length || (IsVariadic && arguments > Parameters.Length);

    /// <summary>The type of the parameter for an argument.</summary>
    public CelType Parameter(int argument) => Parameters[Math.Min(argument, Parameters.Length - 1)];

    /// <summary>
    /// Whether a call may make a value that takes space, and not only find or compare what is there already: an
    /// evaluation counts the space of such values (<see cref="CelLimits.Space"/>).
    /// </summary>
    public bool IsMetered => MayBeBig(Result);

    /// <summary>
    /// Whether the overload is there for arguments that fit no other one, such as numbers of several types: where all
    /// argument types are known and another overload before it fits, it is left out.
    /// </summary>
    public bool IsGeneral { get; init; }

    /// <summary>What is looked at in constant arguments when the expression is compiled.</summary>
    public ImmutableArray<ArgumentCheck> Checks { get; init; } = [];

    /// <summary>
    /// For an overload of two arguments: makes the body of the first one where the second is this constant, so that a
    /// pattern is compiled once; null answers are those of constants that are faulty. Null for no such thing.
    /// </summary>
    public Func<CelValue, UnaryBody?>? Specialize { get; init; }

    /// <summary>The body for one argument, or null.</summary>
    public UnaryBody? Unary { get; init; }

    /// <summary>The body for two arguments, or null.</summary>
    public BinaryBody? Binary { get; init; }

    /// <summary>The body for any number of arguments, or null.</summary>
    public VariadicBody? Variadic { get; init; }

    private static bool MayBeBig(CelType type) => type.Kind switch
    {
        CelTypeKind.String or CelTypeKind.Bytes or CelTypeKind.List or CelTypeKind.Map => true,
        CelTypeKind.Optional => MayBeBig(type.Arguments[0]),
        _ => false,
    };
}
