namespace PolicyEval.Snapshots.Tests.Bags;

/// <summary>A test that another program must agree with; skipped where that is not on the path.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string tool)
    {
        Tool = tool;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, tool)) || File.Exists(Path.Combine(folder, tool + ".exe"))))
            Skip = $"{tool} is not on the path.";
    }

    /// <summary>The program's name.</summary>
    public string Tool { get; }
}
