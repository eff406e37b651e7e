using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Library;

/// <summary>Makes overloads, so that the tables of the families read as tables.</summary>
internal static class Overload
{
    /// <summary>The type parameter A of generic signatures.</summary>
    public static CelType A { get; } = CelType.Parameter("A");

    /// <summary>The type parameter B of generic signatures.</summary>
    public static CelType B { get; } = CelType.Parameter("B");

    /// <summary><c>list(A)</c>.</summary>
    public static CelType ListOfA { get; } = CelType.List(A);

    /// <summary><c>map(A, B)</c>.</summary>
    public static CelType MapOfAToB { get; } = CelType.Map(A, B);

    /// <summary><c>f(operand)</c>.</summary>
    public static OverloadSymbol Function(string id, CelType operand, CelType result, UnaryBody body) =>
        new(id, false, [operand], result) { Unary = body };

    /// <summary><c>f(left, right)</c>, or an operator.</summary>
    public static OverloadSymbol Function(string id, CelType left, CelType right, CelType result, BinaryBody body) =>
        new(id, false, [left, right], result) { Binary = body };

    /// <summary><c>receiver.f()</c>.</summary>
    public static OverloadSymbol Method(string id, CelType receiver, CelType result, UnaryBody body) =>
        new(id, true, [receiver], result) { Unary = body };

    /// <summary><c>receiver.f(argument)</c>.</summary>
    public static OverloadSymbol Method(
        string id, CelType receiver, CelType argument, CelType result, BinaryBody body) =>
        new(id, true, [receiver, argument], result) { Binary = body };
}
