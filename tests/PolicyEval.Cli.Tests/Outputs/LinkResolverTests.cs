using PolicyEval.Cli.Outputs;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Outputs;

public sealed class LinkResolverTests
{
    [Theory]
    [InlineData("in/report.csv", "in/report.csv")]
    [InlineData("absolute/report.csv", "in/report.csv")]
    [InlineData("relative/new/report.csv", "in/new/report.csv")]
    [InlineData("chain", "in")]
    [InlineData("above", "in/report.csv")]
    [InlineData("dangling", "nowhere/report.csv")]
    public void Two_names_of_one_file_resolve_to_the_same(string name, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/report.csv", "");
        File.CreateSymbolicLink(folder.PathOf("absolute"), folder.PathOf("in"));
        File.CreateSymbolicLink(folder.PathOf("relative"), "./in");
        File.CreateSymbolicLink(folder.PathOf("chain"), "relative");
        File.CreateSymbolicLink(folder.PathOf("above"), "chain/../absolute/report.csv");
        File.CreateSymbolicLink(folder.PathOf("dangling"), "nowhere/report.csv");

        var actual = LinkResolver.Resolve(folder.PathOf(name));

        Assert.Equal(Path.Combine(LinkResolver.Resolve(folder.Path), expected), actual);
    }

    [Fact]
    public void A_circle_of_links_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.PathOf("a"), "b");
        File.CreateSymbolicLink(folder.PathOf("b"), "a");

        Assert.Throws<IOException>(() => LinkResolver.Resolve(folder.PathOf("a/report.json")));
    }

    [Fact]
    public void What_lies_beside_a_folder_is_not_within_it()
    {
        Assert.True(LinkResolver.IsWithin("/in", "/in"));
        Assert.True(LinkResolver.IsWithin("/in/a", "/in"));
        Assert.True(LinkResolver.IsWithin("/in/a", "/"));
        Assert.False(LinkResolver.IsWithin("/inside", "/in"));
    }
}
