namespace PolicyEval.Collector.Aws;

/// <summary>Variables of the environment; an empty one counts as absent.</summary>
internal static class Variables
{
    /// <summary>The value, or null.</summary>
    public static string? Find(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
