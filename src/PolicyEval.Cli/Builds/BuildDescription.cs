using System.Runtime.InteropServices;

namespace PolicyEval.Cli.Builds;

/// <summary>
/// What <c>--version</c> says. The first line names the version, which is in reports too; the rest is of the build and
/// stands nowhere else, so that a rebuilt program writes the same reports.
/// </summary>
internal static class BuildDescription
{
    /// <summary>Writes three lines: version, commit, build.</summary>
    /// <param name="output">Takes the lines.</param>
    /// <param name="programAndVersion">Such as <c>policyeval 0.1.0</c>.</param>
    /// <param name="commit">Which source it was built from, or that this is not known.</param>
    /// <param name="configuration">Such as <c>Release</c>.</param>
    public static void Write(TextWriter output, string programAndVersion, string commit, string configuration)
    {
        // The host of managed programs tells them where their assemblies are; a native program has no host.
        var form = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") is null ? "native" : "managed";
        output.WriteLine(programAndVersion);
        output.WriteLine($"commit {commit}");
        output.WriteLine(
            $"build {configuration}, {form}, {RuntimeInformation.RuntimeIdentifier}, "
            + RuntimeInformation.FrameworkDescription);
    }
}
