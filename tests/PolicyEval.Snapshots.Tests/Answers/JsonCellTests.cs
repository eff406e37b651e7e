using System.Text;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests.Answers;

public sealed class JsonCellTests
{
    private static JsonCell Read(string text) =>
        new JsonTextReader(
            new Source("x.json", Encoding.UTF8.GetBytes(text)), SnapshotLimits.Default, new SnapshotDiagnosticBag(100))
            .Read()!.Root;

    [Fact]
    public void Values_know_their_kind_text_and_place()
    {
        var root = Read(
            "\uFEFF{\r\n \"é😀\": [true, null, -5, 1.5, \"a\\u0041\\n\", {}],\n \"b/c\": {\"d\": false}}");

        Assert.Equal(
            [
                "2:10 é😀[0] = true", "2:16 é😀[1] = null", "2:22 é😀[2] = -5", "2:26 é😀[3] = 1.5",
                "2:31 é😀[4] = \"a\\u0041\\n\"", "2:44 é😀[5] = {}",
            ],
            root.Find("é😀")!.Value.Children().Select(cell => cell.ToString()));
        Assert.Equal("aA\n", root.Find("é😀/4")!.Value.Text);
        Assert.Equal(-5, root.Find("é😀/2")!.Value.Int);
        Assert.Null(root.Find("é😀/3")!.Value.Int);
        Assert.True(root.Find("é😀/0")!.Value.Bool);
        Assert.Null(root.Find("é😀/1")!.Value.Bool);
        Assert.False(root.Property("b/c")!.Value.Find("d")!.Value.Bool);
        Assert.Equal("{\"d\": false}", root.Property("b/c")!.Value.Raw);
        Assert.Equal(JsonCellKind.Object, root.Kind);
    }

    [Theory]
    [InlineData("a/0")]
    [InlineData("a/b")]
    [InlineData("é😀/6")]
    [InlineData("é😀/-1")]
    [InlineData("é😀/x")]
    [InlineData("É😀")]
    [InlineData("")]
    public void A_path_to_nothing_is_null(string path) => Assert.Null(Read("{\"é😀\": [1], \"a\": 1}").Find(path));

    [Fact]
    public void Siblings_behind_nested_values_are_found()
    {
        var root = Read("{\"a\": [[1, [2]], {\"x\": {\"y\": []}}], \"b\": 7}");

        Assert.Equal(7, root.Find("b")!.Value.Int);
        Assert.Equal(2, root.Find("a/0/1/0")!.Value.Int);
        Assert.Equal(["a", "b"], root.Children().Select(child => child.Field));
    }
}
