using PolicyEval.Language.Binding;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Analysis;

/// <summary>The constants of a tree that <see cref="ConstantFolder"/> has been over.</summary>
internal static class Constants
{
    /// <summary>The value of a constant expression, an error among them; null for what is none.</summary>
    public static CelValue? Of(BoundExpression node) => node is BoundConstant constant ? constant.Value : null;
}
