namespace PolicyEval.Architecture.Tests.Shipping;

/// <summary>A package of a lock file.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Version">The version that the lock file resolved.</param>
/// <param name="ContentHash">What the lock file says of its content: SHA-512 in base 64, without the signature.</param>
/// <param name="IsDirect">Whether the program, or a room of it, names it.</param>
/// <param name="Dependencies">The ids of the packages that it needs, in order.</param>
internal sealed record LockedPackage(
    string Name, string Version, string ContentHash, bool IsDirect, IReadOnlyList<string> Dependencies)
{
    /// <summary>The compiler of native programs: its version is that of the runtime inside them.</summary>
    public const string Compiler = "Microsoft.DotNet.ILCompiler";

    private static readonly HashSet<string> BuildTools = new(StringComparer.Ordinal)
    {
        "Microsoft.CodeAnalysis.BannedApiAnalyzers", Compiler, "Microsoft.NET.ILLink.Tasks",
        $"runtime.linux-x64.{Compiler}",
    };

    /// <summary>Whether it takes part in the build and nothing of it is shipped.</summary>
    public bool IsBuildTool => BuildTools.Contains(Name);

    /// <summary>Its package URL.</summary>
    public string Url => $"pkg:nuget/{Name}@{Version}";
}
