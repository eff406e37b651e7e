using System.Diagnostics;
using System.Globalization;
using System.Text;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Snapshots.Tests.Calls;

/// <summary>What ten times the input costs, measured in one run: thirty times is linear, a hundred is not.</summary>
public sealed class LargeAnswerTests
{
    private const int Few = 25_000;
    private const int Ratio = 30;
    private const double LeastTrusted = 100;

    [Theory]
    [InlineData("<a/>", "<SummaryMap/><Z>{0}<b/></Z>")]
    [InlineData("<a><b/><c/></a>", "<SummaryMap/>{0}")]
    [InlineData("<a><member/></a>", "<SummaryMap/><Z>{0}<b/></Z>")]
    [InlineData("<n#/>", "<SummaryMap/><Z>{0}</Z>")]
    [InlineData("<entry><key>k#</key><value>#</value></entry>", "<SummaryMap>{0}</SummaryMap>")]
    [InlineData("<entry><key>k</key><value>#</value></entry>", "<SummaryMap>{0}</SummaryMap>")]
    [InlineData("<entry><key>k</key></entry>", "<SummaryMap>{0}</SummaryMap>")]
    public void Ten_times_the_elements_take_no_more_than_thirty_times_as_long(string element, string around)
    {
        var few = Page(element, around, Few);
        var many = Page(element, around, Few * 10);
        Derive(few);

        // Another program may have the processor meanwhile: a time too short to trust counts as the least that is
        // trusted, and what seems slow is tried again. What takes the square of the time stays slow.
        var fewTook = Math.Max(LeastTrusted, Enumerable.Range(0, 3).Min(_ => Derive(few)));
        var manyTook = Derive(many);
        for (var again = 0; again < 3 && manyTook >= Ratio * fewTook; again++)
            manyTook = Derive(many);

        Assert.True(manyTook < Ratio * fewTook, $"{fewTook} ms became {manyTook} ms");
    }

    [Fact]
    public void What_stands_many_times_is_one_list_in_its_order()
    {
        var json = new Recorded().Answer(
            ApiOperations.GetAccountSummary,
            "<SummaryMap/><Z><a>1</a><b/><a><member>2</member><member>3</member></a><a>4</a><a><c>5</c></a></Z>")
            .Text("account-summary.json")!;

        Assert.Contains(
            "\"a\":[\"1\",\"2\",\"3\",\"4\",{\"c\":\"5\"}],\"b\":\"\"",
            string.Concat(json.Where(letter => !char.IsWhiteSpace(letter))),
            StringComparison.Ordinal);
    }

    private static Recorded Page(string element, string around, int count)
    {
        var elements = new StringBuilder();
        for (var i = 0; i < count; i++)
            elements.Append(element.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        var result = around.Replace("{0}", elements.ToString(), StringComparison.Ordinal);
        return new Recorded().Answer(ApiOperations.GetAccountSummary, result);
    }

    private static double Derive(Recorded recorded)
    {
        var start = Stopwatch.GetTimestamp();
        Assert.Single(recorded.Derive());
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
