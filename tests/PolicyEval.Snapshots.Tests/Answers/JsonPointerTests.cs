using System.Text;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests.Answers;

/// <summary>Pointers (RFC 6901), places far into a file, and what is quoted of long values.</summary>
public sealed class JsonPointerTests
{
    private static JsonCell Read(string text) =>
        new JsonTextReader(
            new Source("x.json", Encoding.UTF8.GetBytes(text)), SnapshotLimits.Default, new SnapshotDiagnosticBag(100))
            .Read()!.Root;

    [Fact]
    public void A_pointer_leads_through_names_and_indexes()
    {
        var root = Read("""{"a": [[1, {"b": true}], []], "c/d": {"~e": 1, "": 2, "~1": 3}, "0": [5]}""");

        Assert.Equal("", root.Pointer);
        Assert.Equal(
            ["/a", "/a/0", "/a/0/0", "/a/0/1", "/a/0/1/b", "/a/1", "/c~1d", "/c~1d/~0e", "/c~1d/", "/c~1d/~01", "/0", "/0/0"],
            All(root).Select(cell => cell.Pointer));
    }

    [Fact]
    public void Names_are_unescaped_before_they_become_parts_of_a_pointer() =>
        Assert.Equal("/A~1\n", Read("""{"\u0041/\n": 1}""").Children().Single().Pointer);

    [Theory]
    [InlineData(10)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(20_000)]
    public void Places_are_right_on_long_lines_and_behind_them(int length)
    {
        var padding = string.Concat(Enumerable.Repeat("é😀", length / 3));
        var root = Read($"{{\"p\": \"{padding}\", \"a\": 1,\n\"é\": \"{padding}\",\r\n  \"b\": [2]}}");

        var first = root.Property("a")!.Value;
        Assert.Equal((1, 8 + padding.Length + 8), (first.Line, first.Column));
        var last = root.Find("b/0")!.Value;
        Assert.Equal((3, 9), (last.Line, last.Column));
    }

    [Theory]
    [InlineData(399, false)]
    [InlineData(400, false)]
    [InlineData(401, true)]
    [InlineData(5000, true)]
    public void A_long_value_is_cut_at_400_units(int length, bool isCut)
    {
        var text = new string('é', length - 2);
        var excerpt = Read($"[\"{text}\"]").Children().Single().Excerpt;

        Assert.Equal(isCut ? 401 : length, excerpt.Length);
        Assert.Equal(isCut, excerpt.EndsWith('…'));
    }

    [Fact]
    public void A_pair_of_units_is_not_torn()
    {
        var excerpt = Read($"[\"{new string('x', 398)}😀y\"]").Children().Single().Excerpt;

        Assert.Equal($"\"{new string('x', 398)}…", excerpt);
    }

    [Theory]
    [InlineData("{\n \"a\": 1}", "{…")]
    [InlineData("{ \r\n \"a\": 1}", "{…")]
    [InlineData("{ \"a\": 1,   \n \"b\": 2 }", "{ \"a\": 1,…")]
    [InlineData("{ \"a\": 1 }", "{ \"a\": 1 }")]
    public void Of_several_lines_the_first_is_quoted(string text, string expected) =>
        Assert.Equal(expected, Read(text).Excerpt);

    private static IEnumerable<JsonCell> All(JsonCell cell) =>
        cell.Children().SelectMany(child => All(child).Prepend(child));
}
