using System.Text;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests.Answers;

/// <summary>A name that stands twice in an object is found however it is spelled, and however many there are.</summary>
public sealed class RepeatedNamesTests
{
    [Theory]
    [InlineData("\"a\"", "\"a\"", "a")]
    [InlineData("\"a\"", "\"\\u0061\"", "a")]
    [InlineData("\"\\u0061\"", "\"a\"", "a")]
    [InlineData("\"\\u0061\"", "\"\\u0061\"", "a")]
    [InlineData("\"\"", "\"\"", "")]
    [InlineData("\"é\"", "\"\\u00e9\"", "é")]
    public void Twice_is_refused(string first, string second, string name)
    {
        foreach (var between in new[] { 0, 1, 14, 15, 16, 17, 40 })
        {
            var others = string.Concat(Enumerable.Range(0, between).Select(i => $"\"n{i}\": {{\"a\": [1, {{\"a\": 2}}]}},\n"));
            var (json, diagnostics) = Read($"{{\n{first}: 0,\n{others}{second}: 1}}");

            Assert.Null(json);
            var twice = Assert.Single(diagnostics);
            Assert.Equal(("PE6022", between + 3, name), (twice.Id, twice.Line, twice.Field));
            Assert.Contains("line 2", twice.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void In_two_objects_it_is_none()
    {
        var names = string.Join(',', Enumerable.Range(0, 40).Select(i => $"\"n{i}\": {i}"));
        var (json, diagnostics) = Read($"{{\"a\": {{{names}}}, \"b\": {{{names}}}, \"A\": 1, \"n1\": 2}}");

        Assert.Empty(diagnostics);
        Assert.Equal(39, json!.Root.Find("b/n39")!.Value.Int);
        Assert.Equal(2, json.Root.Find("n1")!.Value.Int);
    }

    private static (JsonText? Json, IEnumerable<SnapshotDiagnostic> Diagnostics) Read(string text)
    {
        var diagnostics = new SnapshotDiagnosticBag(10);
        var json = new JsonTextReader(
            new Source("f", Encoding.UTF8.GetBytes(text)), SnapshotLimits.Default, diagnostics).Read();
        return (json, diagnostics.ToImmutable());
    }
}
