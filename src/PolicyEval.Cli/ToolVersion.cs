using System.Reflection;

namespace PolicyEval.Cli;

/// <summary>The version of the program, as reports name it: nothing of the build.</summary>
internal static class ToolVersion
{
    public static string Current { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "0.0.0";
}
