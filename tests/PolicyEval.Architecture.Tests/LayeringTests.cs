using System.Xml.Linq;
using PolicyEval.Testing;

namespace PolicyEval.Architecture.Tests;

/// <summary>
/// References point one way: Snapshots and Language, then Evaluation, Reporting, Cli; and Snapshots, then Collector.
/// </summary>
public sealed class LayeringTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Language"] = [],
        ["Snapshots"] = [],
        ["Evaluation"] = ["Language", "Snapshots"],
        ["Reporting"] = ["Evaluation", "Language"],
        ["Cli"] = ["Evaluation", "Language", "Reporting", "Snapshots"],
        ["Collector"] = ["Snapshots"],
    };

    private static readonly Dictionary<string, string[]> AllowedPackages = new(StringComparer.Ordinal)
    {
        ["Language"] = [],
        ["Snapshots"] = [],
        ["Evaluation"] = ["YamlDotNet"],
        ["Reporting"] = ["Spectre.Console"],
        ["Cli"] = ["Spectre.Console", "System.CommandLine"],
        ["Collector"] =
        [
            "AWSSDK.Core", "AWSSDK.SecurityToken", "AWSSDK.SSO", "AWSSDK.SSOOIDC", "Spectre.Console",
            "System.CommandLine",
        ],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Fact]
    public void Every_project_under_src_has_a_rule()
    {
        var projects = Directory.GetFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file).Replace("PolicyEval.", "", StringComparison.Ordinal));
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_stands_below_it(string project)
    {
        var references = Items(project, "ProjectReference")
            .Select(path => Path.GetFileNameWithoutExtension(path).Replace("PolicyEval.", "", StringComparison.Ordinal));
        Assert.Empty(references.Except(Allowed[project]));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_names_only_its_own_packages(string project) =>
        Assert.Empty(Items(project, "PackageReference").Except(AllowedPackages[project]));

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_assembly_refers_to_no_other_room(string project)
    {
        var assembly = Assemblies.NameOf(project);
        var rooms = Assemblies.ReferencesOf(assembly)
            .Where(name => name.StartsWith("PolicyEval.", StringComparison.Ordinal))
            .Select(name => name.Replace("PolicyEval.", "", StringComparison.Ordinal));
        Assert.Empty(rooms.Except(Allowed[project]));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_two_folders_of_a_project_depend_on_each_other(string project)
    {
        var edges = FolderDependencies(project);
        var cycles = edges
            .Where(edge => Reaches(edges, edge.To, edge.From, []))
            .Select(edge => $"{edge.From} -> {edge.To}")
            .Order(StringComparer.Ordinal);
        Assert.Empty(cycles);
    }

    private static IEnumerable<string> Items(string project, string item) =>
        XDocument.Load(Repository.PathOf("src", $"PolicyEval.{project}", $"PolicyEval.{project}.csproj"))
            .Descendants(item)
            .Select(element => element.Attribute("Include")!.Value);

    /// <summary>
    /// Which folder names which other one in a using directive or in full. The files of the project's own folder are
    /// its doors: they may name every folder, and no folder may name them.
    /// </summary>
    private static HashSet<(string From, string To)> FolderDependencies(string project)
    {
        var folders = Directory.GetDirectories(Repository.PathOf("src", $"PolicyEval.{project}"))
            .Select(folder => Path.GetFileName(folder)!)
            .ToArray();
        var edges = new HashSet<(string, string)>();
        foreach (var file in SourceFiles.Under("src", $"PolicyEval.{project}"))
        {
            var from = Repository.RelativeTo(file).Split('/')[2];
            if (from.EndsWith(".cs", StringComparison.Ordinal))
                continue;

            var text = File.ReadAllText(file);
            foreach (var to in folders)
            {
                if (to != from && text.Contains($"PolicyEval.{project}.{to}", StringComparison.Ordinal))
                    edges.Add((from, to));
            }
        }

        return edges;
    }

    private static bool Reaches(HashSet<(string From, string To)> edges, string from, string to, HashSet<string> seen) =>
        from == to || (seen.Add(from) && edges.Any(edge => edge.From == from && Reaches(edges, edge.To, to, seen)));
}
