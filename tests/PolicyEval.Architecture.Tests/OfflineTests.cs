using System.Text.Json;
using PolicyEval.Testing;

namespace PolicyEval.Architecture.Tests;

/// <summary>
/// The evaluator is provably offline: no AWS assembly in its closure, no socket, HTTP or process in our own
/// assemblies, and no package that was not looked at. CI checks the native binary's symbols besides.
/// </summary>
public sealed class OfflineTests
{
    private static readonly string[] ForbiddenAssemblies =
    [
        "AWSSDK", "Amazon", "System.Net", "System.Diagnostics.Process", "System.IO.Pipes", "System.Web", "Microsoft.AspNetCore",
    ];

    private static readonly string[] ForbiddenTypes = ["System.Net.", "System.Diagnostics.Process", "System.IO.Pipes."];

    /// <summary>Packages that may be in the closure of the program: each was read for what it does.</summary>
    private static readonly Dictionary<string, string> ReviewedPackages = new(StringComparer.Ordinal)
    {
        ["YamlDotNet"] = "reads YAML; no network code",
        ["System.CommandLine"] = "parses the command line; no network code",
        ["Spectre.Console"] = "writes to terminals; names System.Net.Dns for a host name in links, which we never use",
        ["Spectre.Console.Ansi"] = "part of Spectre.Console",
        ["Microsoft.CodeAnalysis.BannedApiAnalyzers"] = "build only",
        ["Microsoft.DotNet.ILCompiler"] = "build only",
        ["runtime.linux-x64.Microsoft.DotNet.ILCompiler"] = "build only",
        ["Microsoft.NET.ILLink.Tasks"] = "build only",
    };

    public static TheoryData<string> Rooms => [.. Assemblies.Rooms];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void No_room_references_a_network_or_process_assembly(string room)
    {
        var references = Assemblies.ReferencesOf(room);
        Assert.Contains("System.Runtime", references);
        Assert.DoesNotContain(references, reference => ForbiddenAssemblies.Any(
            forbidden => reference == forbidden || reference.StartsWith(forbidden + ".", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void No_room_uses_a_network_or_process_type(string room)
    {
        var types = Assemblies.TypesUsedBy(room);
        Assert.NotEmpty(types);
        Assert.DoesNotContain(types, type => ForbiddenTypes.Any(
            forbidden => type.StartsWith(forbidden, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Language")]
    [InlineData("Snapshots")]
    [InlineData("Evaluation")]
    [InlineData("Reporting")]
    [InlineData("Cli")]
    public void Every_package_in_the_closure_was_reviewed(string room)
    {
        var packages = PackagesOf(room);
        Assert.NotEmpty(packages);
        Assert.Empty(packages.Except(ReviewedPackages.Keys));
    }

    [Fact]
    public void Beyond_that_the_collector_has_the_AWS_SDK_and_what_it_needs()
    {
        string[] sdk =
        [
            "AWSSDK.Core", "AWSSDK.Extensions.Numerics", "AWSSDK.SSO", "AWSSDK.SSOOIDC", "AWSSDK.SecurityToken",
            "System.IO.Hashing",
        ];
        Assert.Equal(sdk, PackagesOf("Collector").Except(ReviewedPackages.Keys).Order(StringComparer.Ordinal));
    }

    private static string[] PackagesOf(string room)
    {
        var path = Repository.PathOf("src", $"PolicyEval.{room}", "packages.lock.json");
        using var lockFile = JsonDocument.Parse(File.ReadAllText(path));
        return lockFile.RootElement.GetProperty("dependencies").EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project")
            .Select(package => package.Name)
            .Distinct()
            .ToArray();
    }
}
