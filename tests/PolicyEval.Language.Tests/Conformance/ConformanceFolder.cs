using PolicyEval.Testing;

namespace PolicyEval.Language.Tests.Conformance;

/// <summary>Where the conformance data is: <c>CEL_CONFORMANCE</c>, or the shared folder beside the repository.</summary>
internal static class ConformanceFolder
{
    public static string Path { get; } = Environment.GetEnvironmentVariable("CEL_CONFORMANCE")
        ?? System.IO.Path.Combine(Repository.Root, "..", "shared", "cel", "conformance");

    public static bool Exists => Directory.Exists(Path);
}
