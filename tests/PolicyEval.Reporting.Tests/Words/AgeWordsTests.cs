using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Tests.Words;

public sealed class AgeWordsTests
{
    [Theory]
    [InlineData(null, "not known")]
    [InlineData(0L, "0 s")]
    [InlineData(59L, "59 s")]
    [InlineData(60L, "1 min")]
    [InlineData(3599L, "59 min 59 s")]
    [InlineData(3600L, "1 h")]
    [InlineData(86_399L, "23 h 59 min")]
    [InlineData(86_400L, "1 d")]
    [InlineData(216_061L, "2 d 12 h")]
    public void The_two_greatest_units_are_said(long? seconds, string expected) =>
        Assert.Equal(expected, AgeWords.Of(seconds));
}
