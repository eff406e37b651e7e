using PolicyEval.Evaluation.Schemas;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Schemas;

/// <summary>
/// The tables of keys in <c>policies/README.md</c> are made from the forms; <c>POLICYEVAL_UPDATE=1</c> writes them anew.
/// </summary>
public sealed class KeyTableTests
{
    public static TheoryData<string> Kinds => [.. DocumentSchema.Kinds.Select(kind => kind.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_readme_has_every_key(string kind)
    {
        var path = Repository.PathOf("policies", "README.md");
        var (before, table, after) = Split(File.ReadAllText(path), kind);
        var expected = KeyTable.Of(DocumentSchema.Kinds.Single(k => k.Kind == kind));
        if (Environment.GetEnvironmentVariable("POLICYEVAL_UPDATE") == "1")
            File.WriteAllText(path, before + expected + after);
        else
            Assert.Equal(expected, table);
    }

    private static (string Before, string Table, string After) Split(string text, string kind)
    {
        var (start, end) = ($"<!-- keys of {kind} -->\n\n", $"\n<!-- end of keys -->");
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        Assert.True(from >= start.Length, $"no {start}");
        var to = text.IndexOf(end, from, StringComparison.Ordinal);
        Assert.True(to > 0, $"no {end}");
        return (text[..from], text[from..to], text[to..]);
    }
}
