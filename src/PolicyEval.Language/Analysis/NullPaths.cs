using PolicyEval.Language.Binding;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Analysis;

/// <summary>What may be null and can be asked about, and what takes a null.</summary>
internal static class NullPaths
{
    /// <summary>Whether an expression is a field or variable that may be null.</summary>
    public static bool IsPath(BoundExpression node) =>
        node.Type.Kind == CelTypeKind.Wrapper && node is BoundField or BoundVariable or BoundLocal;

    /// <summary>Whether an overload that was chosen takes null for an argument.</summary>
    public static bool TakesNull(BoundCall call, int argument) =>
        call.Overloads.IsEmpty || call.Overloads.Any(o => o.Parameter(argument).Kind
            is CelTypeKind.Dyn or CelTypeKind.Parameter or CelTypeKind.Wrapper or CelTypeKind.Null
            or CelTypeKind.Error);

    /// <summary>The loop variable that a path begins with, or null.</summary>
    public static BoundLocal? RootLocal(BoundExpression path)
    {
        while (path is BoundField field)
            path = field.Operand;
        return path as BoundLocal;
    }
}
