using System.Diagnostics;
using PolicyEval.Testing;

namespace PolicyEval.Architecture.Tests;

/// <summary>
/// What the build writes into a program about its source, tried in a copy of the build files with and without git.
/// </summary>
public sealed class BuildStampTests : IDisposable
{
    private static readonly string[] Copied =
    [
        "global.json", "Directory.Build.props", "Directory.Packages.props", "src/Directory.Build.props",
        "src/Directory.Build.targets", "src/PolicyEval.Cli/PolicyEval.Cli.csproj",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly string _root;

    public BuildStampTests()
    {
        _root = Path.Combine(_folder.Path, "tree");
        foreach (var file in Copied)
        {
            var copy = Path.Combine(_root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Repository.PathOf(file), copy);
        }

        File.WriteAllText(Path.Combine(_root, ".gitignore"), ".artifacts/\n");
    }

    [Fact]
    public void Of_a_commit_it_names_it_and_says_whether_there_are_changes()
    {
        var commit = Commit(_root);
        Assert.Equal(commit, CommitOf(Stamp()));

        File.AppendAllText(Path.Combine(_root, "global.json"), "\n");
        Assert.Equal($"{commit}, with changes", CommitOf(Stamp()));
    }

    [Fact]
    public void Without_git_it_says_so_also_inside_the_tree_of_something_else()
    {
        Assert.Equal("unknown: built without git", CommitOf(Stamp()));

        Commit(_folder.Path);
        Assert.Equal("unknown: built without git", CommitOf(Stamp()));
    }

    [Fact]
    public void Where_git_does_not_run_it_says_so()
    {
        var commit = Commit(_root);
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "sh"), "/bin/sh");
        Assert.Equal(
            $"{commit}, and perhaps changes: built where git does not run",
            CommitOf(Stamp(path: _folder.Path)));
    }

    [Fact]
    public void The_same_source_gives_the_same_bytes()
    {
        Commit(_root);
        var first = Stamp();
        Directory.Delete(Path.Combine(_root, ".artifacts"), recursive: true);
        Assert.Equal(first, Stamp());
    }

    public void Dispose() => _folder.Dispose();

    private static string CommitOf(string stamp) =>
        stamp.Split('\n').Single(line => line.Contains(" Commit = ", StringComparison.Ordinal)).Split('"')[1];

    private static string Commit(string folder)
    {
        Run("git", folder, null, "init", "--quiet");
        Run("git", folder, null, "add", "--all");
        Run("git", folder, null, "-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "-m", "x");
        return Run("git", folder, null, "rev-parse", "HEAD").Trim();
    }

    private string Stamp(string? path = null)
    {
        Run(
            "dotnet", _root, path, "msbuild", "src/PolicyEval.Cli/PolicyEval.Cli.csproj", "-nologo",
            "-target:WriteBuildStamp", "-nodeReuse:false");
        var file = Assert.Single(Directory.GetFiles(_root, "BuildStamp.g.cs", SearchOption.AllDirectories));
        return File.ReadAllText(file);
    }

    private static string Run(string program, string folder, string? path, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (path is not null)
            start.Environment["PATH"] = path;

        // A hook of git that runs the tests names its own repository.
        start.Environment.Remove("GIT_DIR");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output.Result + error.Result);
        return output.Result;
    }
}
