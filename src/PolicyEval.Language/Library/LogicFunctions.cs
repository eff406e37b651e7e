using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library;

/// <summary>The operators on bool. Only <c>!</c> is strict and has a body here.</summary>
internal static class LogicFunctions
{
    public static ImmutableArray<FunctionSymbol> All { get; } =
    [
        new("_&&_", [new("logical_and", false, [CelType.Bool, CelType.Bool], CelType.Bool)])
        {
            Documentation = "Whether both are true; false decides even where the other side fails.",
        },
        new("_||_", [new("logical_or", false, [CelType.Bool, CelType.Bool], CelType.Bool)])
        {
            Documentation = "Whether one is true; true decides even where the other side fails.",
        },
        new("_?_:_", [new("conditional", false, [CelType.Bool, Overload.A, Overload.A], Overload.A)])
        {
            Documentation = "The second operand where the first is true, else the third.",
        },
        new("!_", [Overload.Function("logical_not", CelType.Bool, CelType.Bool, Not)])
        {
            Documentation = "The other truth value.",
        },
    ];

    private static CelValue Not(CelValue operand) =>
        operand.Kind == CelKind.Bool ? CelValue.Of(!operand.AsBool) : CelErrors.NoOverload("!_", operand);
}
