using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <summary>
/// Types as diagnostics name them: <c>timestamp or null</c> where CEL writes <c>wrapper(timestamp)</c>.
/// </summary>
internal static class TypeText
{
    /// <summary>The type for readers who never saw CEL's wrappers.</summary>
    public static string Of(CelType type)
    {
        if (type.Kind == CelTypeKind.Wrapper)
            return $"{Of(type.Arguments[0])} or null";
        if (type.Arguments.IsEmpty)
            return type.ToString();
        return $"{type.Name}({string.Join(", ", type.Arguments.Select(Of))})";
    }
}
