namespace PolicyEval.Language.Values;

/// <summary>Values as text, for diagnostics and debuggers.</summary>
internal static class CelFormat
{
    /// <summary>A value as CEL would write it.</summary>
    public static string Display(CelValue value) => value.Kind.ToString();
}
