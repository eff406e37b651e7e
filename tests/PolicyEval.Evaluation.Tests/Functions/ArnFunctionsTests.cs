using CsCheck;
using PolicyEval.Evaluation.Functions;

namespace PolicyEval.Evaluation.Tests.Functions;

public sealed class ArnFunctionsTests
{
    private const string Role = "arn:aws-cn:iam::111122223333:role/path/name";

    [Theory]
    [InlineData("partition", "aws-cn")]
    [InlineData("service", "iam")]
    [InlineData("region", "")]
    [InlineData("account", "111122223333")]
    [InlineData("resource", "role/path/name")]
    [InlineData("resourceType", "role")]
    [InlineData("resourceId", "path/name")]
    public void An_arn_has_parts(string part, string expected) =>
        Assert.Equal(expected, HostExpression.Evaluate($"arn(x).{part}()", Role).AsString);

    [Theory]
    [InlineData("arn:aws:iam::1:user/x", "user", "x")]
    [InlineData("arn:aws:iam::1:root", "", "root")]
    [InlineData("arn:aws:iam::aws:policy/a/b", "policy", "a/b")]
    [InlineData("arn:aws:logs:eu-central-1:1:log-group:x:*", "log-group", "x:*")]
    [InlineData("arn:aws:s3:::bucket/a/b", "", "bucket/a/b")]
    [InlineData("arn:aws:s3:eu-central-1:1:accesspoint/x", "accesspoint", "x")]
    [InlineData("arn:aws:sqs:eu-central-1:1:queue", "", "queue")]
    public void A_resource_has_a_type_where_services_give_one(string arn, string type, string id)
    {
        Assert.Equal(type, HostExpression.Evaluate("arn(x).resourceType()", arn).AsString);
        Assert.Equal(id, HostExpression.Evaluate("arn(x).resourceId()", arn).AsString);
    }

    [Theory]
    [InlineData("")]
    [InlineData("arn")]
    [InlineData("arn:aws:iam::1")]
    [InlineData("ARN:aws:iam::1:root")]
    [InlineData("arn::iam::1:root")]
    [InlineData("arn:aws:::1:root")]
    [InlineData("arn:aws:iam::1:")]
    [InlineData("arn:aws:iam::1:root\n")]
    public void What_is_no_arn_is_an_error_and_like_nothing(string text)
    {
        Assert.False(HostExpression.IsTrue("isARN(x)", text));
        Assert.False(HostExpression.IsTrue("arnLike(x, 'arn:*:*:*:*:*')", text));
        Assert.Contains("is not an ARN: ", HostExpression.Error("arn(x)", text), StringComparison.Ordinal);
        Assert.NotNull(HostExpression.FaultOf("arn_string", 0, text));
    }

    [Theory]
    [InlineData("arn:aws:iam::1:user/x", "arn:aws:iam::1:user/*", true)]
    [InlineData("arn:aws:iam::1:user/x", "arn:*:iam::?:user/?", true)]
    [InlineData("arn:aws:iam::1:user/x", "arn:aws:iam::1:USER/x", false)]
    [InlineData("arn:aws:iam::1:user/x", "arn:aws:iam:*:*:*", true)]
    [InlineData("arn:aws:s3:::b:c:d", "arn:aws:s3:::b:*", true)]
    [InlineData("arn:aws:sns:eu:1:topic", "arn:aws:sns:*:topic:*", false)]
    [InlineData("arn:aws:sns:eu:1:topic", "arn:aws:s*:1:topic:*:*", false)]
    public void A_wildcard_stays_in_its_part(string arn, string pattern, bool matches)
    {
        Assert.Equal(matches, HostExpression.IsTrue($"arn(x).matches('{pattern}')", arn));
        Assert.Equal(matches, HostExpression.IsTrue($"arnLike(x, '{pattern}')", arn));
        Assert.Equal(matches, HostExpression.IsTrue($"arnLike(arn(d), dyn('{pattern}'))", arn));
        Assert.Null(HostExpression.FaultOf("arnLike_string", 1, pattern));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("arn:aws:iam::1")]
    [InlineData("urn:aws:iam::1:root")]
    public void A_pattern_that_is_none_is_an_error(string pattern)
    {
        Assert.Contains("is not a pattern of ARNs: ", HostExpression.Error("arnLike('arn:aws:iam::1:root', x)", pattern),
            StringComparison.Ordinal);
        Assert.NotNull(HostExpression.FaultOf("arn_matches_string", 1, pattern));
    }

    [Fact]
    public void Arns_are_values_with_a_type_and_a_text()
    {
        Assert.True(HostExpression.IsTrue("arn(x) == arn(d) && arn(x) != arn(x + 'x')", Role));
        Assert.True(HostExpression.IsTrue("string(arn(x)) == x && type(arn(x)) == aws.ARN", Role));
        Assert.Equal($"arn(\"{Role}\")", HostExpression.Evaluate("arn(x)", Role).ToString());
    }

    [Fact]
    public void ArnLike_is_six_matches()
    {
        var part = Gen.Char["ab*?"].Array[1, 4].Select(c => new string(c));
        var name = Gen.Char["ab"].Array[1, 4].Select(c => new string(c));
        Gen.Select(part.Array[5], name.Array[5]).Sample((patterns, names) =>
        {
            var expected = patterns.Zip(names).All(p => Wildcard.Matches(p.First, p.Second));
            return expected == HostExpression.IsTrue(
                "arnLike('arn:" + string.Join(':', names) + "', x)", "arn:" + string.Join(':', patterns));
        }, iter: 300);
    }
}
