using PolicyEval.Language.Library;
using PolicyEval.Testing;

namespace PolicyEval.Language.Tests.Library;

/// <summary>
/// The table of functions in policies/README.md is what the libraries say about themselves. With POLICYEVAL_UPDATE=1
/// it is written anew.
/// </summary>
public sealed class FunctionTableTests
{
    private const string Start = "### Functions\n";
    private const string End = "\n### Null, unknown";

    [Fact]
    public void The_table_of_functions_names_every_function_of_every_library()
    {
        var path = Repository.PathOf("policies", "README.md");
        var page = File.ReadAllText(path);
        var start = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var end = page.IndexOf(End, StringComparison.Ordinal);
        Assert.InRange(start, Start.Length, end);

        var expected = Section();
        if (Environment.GetEnvironmentVariable("POLICYEVAL_UPDATE") == "1")
            File.WriteAllText(path, page[..start] + expected + page[end..]);
        else
            Assert.Equal(expected, page[start..end]);
    }

    private static string Section()
    {
        var lines = new List<string>
        {
            "",
            "Those of CEL's definition and of its extensions. Offsets count code points; one out of range is an error.",
            "`list.sortBy(x, key)` is a macro of the library lists. Regular expressions are those of RE2 but for classes by script",
            "(`\\p{Greek}`). `getHours('Europe/Berlin')` and its sisters take a zone, UTC without one: `UTC`, offsets such as `+02:00`,",
            "and IANA names, whose rules come from the machine's own database: a report that must come out the same everywhere uses",
            "the first two.",
            "",
            "| Function | Library | Meaning |",
            "| --- | --- | --- |",
        };
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var library in CelLibraries.All)
        {
            foreach (var function in library.Functions)
            {
                var isInternal = function.Name.AsSpan().ContainsAny('_', '@');
                if (!isInternal && named.Add(function.Name))
                    lines.Add($"| `{function.Name}` | {library.Name} | {function.Documentation} |");
            }
        }

        return string.Join('\n', lines) + "\n";
    }
}
