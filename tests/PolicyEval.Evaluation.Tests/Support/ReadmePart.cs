using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Support;

/// <summary>
/// A part of <c>policies/README.md</c> that is made from the files: between <c>&lt;!-- NAME --&gt;</c> and
/// <c>&lt;!-- end of WHAT --&gt;</c>. <c>POLICYEVAL_UPDATE=1</c> writes it anew.
/// </summary>
internal static class ReadmePart
{
    /// <summary>Parts are checked at the same time, and what one writes must not lose what another has written.</summary>
    private static readonly Lock OneAtATime = new();

    /// <summary>Compares the part with what it must be, or writes it.</summary>
    /// <param name="name">What the comment before it says.</param>
    /// <param name="what">What the comment behind it says after <c>end of</c>.</param>
    /// <param name="expected">The part, ending in a line break.</param>
    public static void Check(string name, string what, string expected)
    {
        using var turn = OneAtATime.EnterScope();
        var path = Repository.PathOf("policies", "README.md");
        var text = File.ReadAllText(path);
        var (start, end) = ($"<!-- {name} -->\n\n", $"\n<!-- end of {what} -->");
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        Assert.True(from >= start.Length, $"no {start}");
        var to = text.IndexOf(end, from, StringComparison.Ordinal);
        Assert.True(to > 0, $"no {end}");
        if (Environment.GetEnvironmentVariable("POLICYEVAL_UPDATE") == "1")
            File.WriteAllText(path, text[..from] + expected + text[to..]);
        else
            Assert.Equal(expected, text[from..to]);
    }
}
