using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Tests.Binding;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Tests.Diagnostics;

public class NameSuggesterTests
{
    [Theory]
    [InlineData("acess_key", "access_key")]
    [InlineData("acecss_key", "access_key")]
    [InlineData("ACCESS_KEY", "access_key")]
    [InlineData("password", null)]
    public void The_nearest_name_is_meant(string name, string? nearest) =>
        Assert.Equal(nearest, NameSuggester.Nearest(name, ["user", "access_key"]));

    [Fact]
    public void A_name_of_two_hundred_letters_is_still_compared_and_a_longer_one_is_not()
    {
        var known = new string('a', 201);

        Assert.Equal(known, NameSuggester.Nearest(known[1..], [known]));
        Assert.Null(NameSuggester.Nearest(known, [known[1..]]));
    }

    [Fact]
    public void Huge_names_take_no_more_memory_than_their_text()
    {
        var name = new string('a', 4000);
        var text = EmbeddedText.Whole($"[1].all({name}, {name}b == 1)");
        CelCompiler.Compile(text, TestEnvironment.Instance);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var compilation = CelCompiler.Compile(text, TestEnvironment.Instance);

        Assert.Equal(["PE2002"], compilation.Diagnostics.Where(d => d.Id != "PE2031").Select(d => d.Id).Distinct());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4L * 1024 * 1024);
    }
}
