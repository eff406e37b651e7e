namespace PolicyEval.Collector;

/// <summary>The version of the program, as snapshots name it: nothing of the build.</summary>
internal static class ToolVersion
{
    /// <summary>The program and its version, such as <c>policyeval-collect 0.1.0</c>.</summary>
    public const string Producer = "policyeval-collect " + BuildStamp.Version;
}
