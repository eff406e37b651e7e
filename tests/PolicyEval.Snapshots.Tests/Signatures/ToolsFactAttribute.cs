namespace PolicyEval.Snapshots.Tests.Signatures;

/// <summary>A test that runs programs of the operating system, skipped by name where one of them is not on PATH.</summary>
public sealed class ToolsFactAttribute : FactAttribute
{
    /// <summary>Skips the test unless all programs are there.</summary>
    public ToolsFactAttribute(params string[] programs)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var missing = programs.Where(program => !folders.Any(folder => File.Exists(Path.Combine(folder, program))));
        if (OperatingSystem.IsWindows() || missing.Any())
            Skip = $"not on PATH: {string.Join(", ", programs)}";
    }
}
