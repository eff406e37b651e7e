using System.Text.RegularExpressions;
using PolicyEval.Testing;

namespace PolicyEval.Architecture.Tests;

/// <summary>Style as a test: what a reader of this tree may rely on.</summary>
public sealed partial class TidyTests
{
    private const int LinesMax = 400;
    private const int ColumnsMax = 120;

    [Fact]
    public void Files_have_at_most_400_lines() =>
        AssertNone(Places(SourceFiles.Under("src"), (_, lines) =>
            lines.Length > LinesMax ? [$"{lines.Length} lines"] : []));

    [Fact]
    public void Lines_have_at_most_120_columns() =>
        AssertNone(Places(SourceFiles.Under("src"), (_, lines) => lines
            .Select((line, index) => (line, index))
            .Where(place => place.line.Length > ColumnsMax)
            .Select(place => $"line {place.index + 1}")));

    [Fact]
    public void A_file_holds_one_type_of_its_own_name() =>
        AssertNone(Places(SourceFiles.Under("src"), (path, lines) =>
        {
            var name = Path.GetFileName(path).Split('.')[0];
            var types = lines.Select(line => TypeDeclaration().Match(line)).Where(match => match.Success)
                .Select(match => match.Groups["name"].Value).Distinct().ToArray();
            return types.Length == 0 || name is "FunctionBody" || (types.Length == 1 && types[0] == name)
                ? []
                : [string.Join(", ", types)];
        }));

    [Fact]
    public void Classes_are_sealed_static_or_abstract() =>
        AssertNone(Places(SourceFiles.Under("src"), (_, lines) => lines
            .Where(line => OpenClass().IsMatch(line))));

    [Fact]
    public void A_namespace_is_its_folder() =>
        AssertNone(Places(SourceFiles.Under("src"), (path, lines) =>
        {
            var folder = Path.GetDirectoryName(Repository.RelativeTo(path))!.Replace('\\', '/');
            var expected = folder["src/".Length..].Replace('/', '.');
            var actual = lines.FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal));
            return actual is null || actual == $"namespace {expected};" ? [] : [actual];
        }));

    [Fact]
    public void Nothing_is_left_undone() =>
        AssertNone(Places([.. SourceFiles.Under("src"), .. SourceFiles.Under("tests")], (path, lines) =>
            Path.GetFileName(path) == "TidyTests.cs" ? [] : lines.Where(line => Unfinished().IsMatch(line))));

    [Fact]
    public void No_file_names_a_path_of_a_machine_or_a_package_registry() =>
        AssertNone(Places(SourceFiles.Written(), (path, lines) =>
            Path.GetFileName(path) == "TidyTests.cs" ? [] : lines.Where(line => MachineOrRegistry().IsMatch(line))));

    [Fact]
    public void The_top_level_holds_what_the_design_names()
    {
        string[] allowed =
        [
            "src", "tests", "policies", "snapshots", "PolicyEval.sln", "README.md", "LICENSE", "global.json",
            "Directory.Build.props", "Directory.Packages.props",
        ];
        var entries = Directory.EnumerateFileSystemEntries(Repository.Root)
            .Select(entry => Path.GetFileName(entry)!)
            .Where(name => !name.StartsWith('.'));
        Assert.Empty(entries.Except(allowed));
    }

    [Theory]
    [InlineData("public sealed record struct Place(int X);", "Place")]
    [InlineData("internal static partial class Binder", "Binder")]
    [InlineData("public delegate CelValue UnaryBody(CelValue argument);", "UnaryBody")]
    [InlineData("public enum Kind : byte", "Kind")]
    public void Type_declarations_are_recognised(string line, string name) =>
        Assert.Equal(name, TypeDeclaration().Match(line).Groups["name"].Value);

    [Theory]
    [InlineData("public class Open", true)]
    [InlineData("internal partial class Open", true)]
    [InlineData("public sealed class Closed", false)]
    [InlineData("internal abstract class Base", false)]
    [InlineData("public static partial class Functions", false)]
    public void Open_classes_are_recognised(string line, bool open) => Assert.Equal(open, OpenClass().IsMatch(line));

    private static void AssertNone(IEnumerable<string> places)
    {
        var text = string.Join('\n', places);
        Assert.True(text.Length == 0, text);
    }

    private static IEnumerable<string> Places(string[] files, Func<string, string[], IEnumerable<string>> check)
    {
        Assert.NotEmpty(files);
        return files.SelectMany(file => check(file, File.ReadAllLines(file))
            .Select(problem => $"{Repository.RelativeTo(file)}: {problem.Trim()}"));
    }

    [GeneratedRegex(
        @"^(public|internal|file)\s+((sealed|static|abstract|readonly|partial|ref|unsafe)\s+)*"
        + @"(class|struct|interface|enum|record struct|record class|record|delegate\s+[\w<>?\[\]]+)\s+(?<name>\w+)")]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"^\s*(public|internal|private|protected|file)\s+(partial\s+)?class\s")]
    private static partial Regex OpenClass();

    [GeneratedRegex(@"NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b|pragma warning disable|SuppressMessage")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(^|[^\w.])/(work|root|home)/\w|nuget\.org|npmjs\.(org|com)|[A-Z]:\\\\?Users")]
    private static partial Regex MachineOrRegistry();
}
