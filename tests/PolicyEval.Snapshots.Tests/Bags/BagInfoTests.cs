using System.Text;
using PolicyEval.Snapshots.Bags;

namespace PolicyEval.Snapshots.Tests.Bags;

public sealed class BagInfoTests
{
    private static readonly BagInfo Info = new()
    {
        SoftwareAgent = "policyeval 0.1.0",
        Time = new DateTimeOffset(2026, 1, 2, 23, 30, 0, TimeSpan.FromHours(-2)),
        ExternalIdentifier = "111122223333/now",
    };

    [Fact]
    public void The_lines_are_sorted_the_day_is_of_UTC_and_the_size_is_the_payloads() => Assert.Equal(
        """
        Bag-Software-Agent: policyeval 0.1.0
        Bagging-Date: 2026-01-03
        External-Description: Evidence
        External-Identifier: 111122223333/now
        Payload-Oxum: 5.2

        """.ReplaceLineEndings("\n"),
        Encoding.UTF8.GetString((Info with { ExternalDescription = "Evidence" }).Write(
            [SampleBag.File("data/a", "abc"), SampleBag.File("data/b", "de")])));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\nPayload-Oxum: 0.0")]
    [InlineData("a\rb")]
    public void A_value_that_would_not_be_read_back_is_a_fault_of_the_caller(string value) =>
        Assert.Throws<ArgumentException>(() => (Info with { ExternalIdentifier = value }).Write([]));
}
