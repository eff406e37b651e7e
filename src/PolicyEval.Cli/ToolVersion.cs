namespace PolicyEval.Cli;

/// <summary>The version of the program, as reports name it: nothing of the build.</summary>
internal static class ToolVersion
{
    /// <summary>Such as <c>0.1.0</c>.</summary>
    public const string Current = BuildStamp.Version;
}
