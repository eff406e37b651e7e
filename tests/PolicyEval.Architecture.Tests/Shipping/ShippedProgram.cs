using System.Xml.Linq;
using PolicyEval.Testing;

namespace PolicyEval.Architecture.Tests.Shipping;

/// <summary>One of the two programs, and what is inside it.</summary>
/// <param name="Project">Such as <c>PolicyEval.Cli</c>.</param>
/// <param name="Name">Such as <c>policyeval</c>.</param>
internal sealed record ShippedProgram(string Project, string Name)
{
    /// <summary>Both.</summary>
    public static IReadOnlyList<ShippedProgram> All { get; } =
        [new("PolicyEval.Cli", "policyeval"), new("PolicyEval.Collector", "policyeval-collect")];

    /// <summary>The packages of the lock file, by name.</summary>
    public IReadOnlyList<LockedPackage> Packages { get; } = LockFile.Read(Project);

    /// <summary>The packages of which something is inside the program.</summary>
    public IEnumerable<LockedPackage> Shipped => Packages.Where(package => !package.IsBuildTool);

    /// <summary>The compiler, whose version is that of the runtime inside the native program.</summary>
    public LockedPackage Compiler => Packages.Single(package => package.Name == LockedPackage.Compiler);

    /// <summary>The version of both programs.</summary>
    public static string Version { get; } = XDocument.Load(Repository.PathOf("Directory.Build.props"))
        .Descendants("Version").Single().Value;

    /// <summary>A file that lies beside the project and, where it is published, beside the program.</summary>
    /// <param name="ending">Such as <c>cdx.json</c>.</param>
    public string PathOf(string ending) => Repository.PathOf("src", Project, $"{Name}.{ending}");
}
