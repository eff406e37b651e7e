using PolicyEval.Reporting.Tests.Samples;
using Snapshooter.Xunit;

namespace PolicyEval.Reporting.Tests.Terminal;

public sealed class SummaryReportWriterTests
{
    [Fact]
    public void A_normal_result_is_its_counts() => Snapshot.Match(Sample.Normal.Write("summary"));

    [Fact]
    public void An_empty_result_says_none() => Snapshot.Match(Sample.Empty.Write("summary"));

    [Fact]
    public void Policies_that_no_control_names_are_counted() => Assert.Contains(
        "\n1 policy that no control names: 1 pass\n", Sample.Errors.Write("summary"), StringComparison.Ordinal);

    [Fact]
    public void No_resource_is_named() =>
        Assert.DoesNotContain("user-01", Sample.Normal.Write("summary"), StringComparison.Ordinal);
}
