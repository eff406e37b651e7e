using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Sampling;
using PolicyEval.Reporting.Tests.Samples;

namespace PolicyEval.Reporting.Tests.Sampling;

public sealed class FindingSampleTests
{
    private static readonly ImmutableArray<Finding> Population =
    [
        .. Enumerable.Range(0, 100).Select(i => Sample.FindingOf("p", "1.10", $"user-{i:00}", Outcome.Pass) with
        {
            Fingerprint = $"{i:x32}",
        }),
    ];

    [Fact]
    public void The_same_seed_draws_the_same_whatever_the_order()
    {
        var one = FindingSample.Draw(Population, 10, seed: 7);
        var turned = FindingSample.Draw([.. Population.Reverse()], 10, seed: 7);

        Assert.Equal(10, one.Length);
        Assert.Equal(one, turned.Reverse());
        Assert.NotEqual(one.AsEnumerable(), FindingSample.Draw(Population, 10, seed: 8));
        Assert.Equal(one.OrderBy(Population.IndexOf), one);
    }

    [Fact]
    public void It_is_the_smallest_digests_of_a_line_that_sha256sum_makes_too()
    {
        // printf 'policyeval/sample/1 7 SNAPSHOT FINGERPRINT' | sha256sum, for each, sorted.
        var first = Population.MinBy(
            finding => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
                System.Text.Encoding.ASCII.GetBytes($"policyeval/sample/1 7 {finding.Snapshot} {finding.Fingerprint}"))),
            StringComparer.Ordinal);

        Assert.Equal(first, FindingSample.Draw(Population, 1, seed: 7).Single());
    }

    [Fact]
    public void Fewer_than_wanted_are_all() => Assert.Equal(Population.AsEnumerable(), FindingSample.Draw(Population, 1000, seed: 1));

    /// <summary>Over many seeds every item is drawn about as often: a quarter of 400 draws, within five deviations.</summary>
    [Fact]
    public void Every_item_has_the_same_chance()
    {
        var drawn = Enumerable.Range(0, 400).SelectMany(seed => FindingSample.Draw(Population, 25, seed))
            .CountBy(finding => finding.Resource.Id).ToDictionary();

        Assert.Equal(100, drawn.Count);
        Assert.All(drawn.Values, count => Assert.InRange(count, 100 - 44, 100 + 44));
    }
}
