using PolicyEval.Collector.Aws;

namespace PolicyEval.Collector.Tests.Aws;

public sealed class EndpointRuleTests
{
    [Theory]
    [InlineData("https://vpce-0123.iam.us-east-1.vpce.amazonaws.com")]
    [InlineData("https://localhost:4566/")]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("http://localhost:5000/")]
    [InlineData("http://[::1]:5000")]
    public void Https_anywhere_and_http_on_this_machine_will_do(string address) =>
        Assert.Null(EndpointRule.Problem(address));

    [Theory]
    [InlineData("http://10.0.0.7:5000", "http and not this machine")]
    [InlineData("http://emulator.example.com", "http and not this machine")]
    [InlineData("ftp://127.0.0.1", "no https address")]
    [InlineData("127.0.0.1:5000", "no https address")]
    [InlineData("", "no https address")]
    [InlineData("https://me:word@example.com", "user name or password")]
    [InlineData("https://example.com/path", "path or query")]
    [InlineData("https://example.com/?a=b", "path or query")]
    public void Anything_else_is_refused_with_the_reason(string address, string reason) =>
        Assert.Contains(reason, EndpointRule.Problem(address), StringComparison.Ordinal);
}
