using CsCheck;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Tests.Functions;

public sealed class IamFunctionsTests
{
    private const string Admin =
        """{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}""";

    private const string FullAdmin =
        "iamPolicy(x).statements().exists(s, s.effect() == 'Allow' && s.matchesAction('*') && s.matchesResource('*'))";

    [Theory]
    [InlineData("""{"Effect": "Allow", "Action": "*", "Resource": "*"}""", true)]
    [InlineData("""{"Effect": "Allow", "Action": ["s3:Get*", "*"], "Resource": ["arn:aws:s3:::b", "*"]}""", true)]
    [InlineData("""{"Effect": "Allow", "Action": "*:*", "Resource": "*"}""", true)]
    [InlineData("""{"effect": "Allow", "ACTION": "**", "resource": "*"}""", true)]
    [InlineData("""{"Effect": "Allow", "Action": "?*", "Resource": "arn:aws:*:*:*:*"}""", true)]
    [InlineData("""{"Effect": "allow", "Action": "*", "Resource": "*"}""", true)]
    [InlineData("""{"Effect": "ALLOW", "Action": "*", "Resource": "*"}""", true)]
    [InlineData("""{"Effect": "deny", "Action": "*", "Resource": "*"}""", false)]
    [InlineData("""{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"Bool": {"a": "b"}}}""", true)]
    [InlineData("""{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}""", true)]
    [InlineData("""{"Effect": "Allow", "NotAction": [], "NotResource": []}""", true)]
    [InlineData("""{"Effect": "Allow", "NotAction": "*", "Resource": "*"}""", false)]
    [InlineData("""{"Effect": "Allow", "Action": "iam:*", "Resource": "*"}""", false)]
    [InlineData("""{"Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::*"}""", false)]
    [InlineData("""{"Effect": "Allow", "Action": [], "Resource": "*"}""", false)]
    [InlineData("""{"Effect": "Deny", "Action": "*", "Resource": "*"}""", false)]
    public void Full_administration_is_found_in_all_its_forms(string statement, bool isAdmin)
    {
        foreach (var document in new[]
        {
            "{\"Version\": \"2012-10-17\", \"Statement\": [" + statement + "]}",
            "{\"Statement\": " + statement + "}",
            Uri.EscapeDataString("{\"Version\": \"2008-10-17\", \"Id\": \"i\", \"Statement\": [" + statement + "]}"),
        })
        {
            Assert.Equal(isAdmin, HostExpression.IsTrue(FullAdmin, document));
            Assert.Equal(isAdmin, HostExpression.IsTrue("iamPolicy(x).allows('*', '*')", document));
            Assert.Equal(isAdmin, HostExpression.IsTrue("iamPolicy(x).allows('*:*', '*')", document));
        }
    }

    [Theory]
    [InlineData("", true, true)]
    [InlineData("""{"Effect": "Deny", "Action": "S3:*", "Resource": "*"}""", false, false)]
    [InlineData("""{"Effect": "Deny", "NotAction": "iam:*", "Resource": "*"}""", false, false)]
    [InlineData("""{"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"a": "b"}}}""", true, false)]
    [InlineData("""{"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": {}}""", false, false)]
    [InlineData("""{"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Principal": {"AWS": "1"}}""", true, false)]
    [InlineData("""{"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Principal": "*"}""", false, false)]
    [InlineData("""{"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Principal": {"Service": "*"}}""", true, false)]
    [InlineData("""{"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Principal": {"Federated": ["*"]}}""", true, false)]
    [InlineData("""{"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Principal": {"AWS": ["*"]}}""", false, false)]
    [InlineData("""{"Effect": "Deny", "Action": "s3:*", "Resource": "*", "NotPrincipal": {"AWS": "1"}}""", true, false)]
    [InlineData("""{"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::${aws:username}"}""", true, false)]
    [InlineData("""{"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::other"}""", true, true)]
    [InlineData("""{"Effect": "Deny", "Action": "iam:*", "Resource": "*"}""", true, true)]
    public void A_deny_wins_where_it_surely_holds(string deny, bool may, bool surely)
    {
        var allow = """{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b*"}""";
        var document = "{\"Version\": \"2012-10-17\", \"Statement\": [" + allow + (deny.Length > 0 ? "," : "") + deny + "]}";

        Assert.Equal(may, HostExpression.IsTrue("iamPolicy(x).allows('s3:getobject', 'arn:aws:s3:::b')", document));
        Assert.Equal(
            surely, HostExpression.IsTrue("iamPolicy(x).allowsUnconditionally('s3:getobject', 'arn:aws:s3:::b')", document));
    }

    [Theory]
    [InlineData("s3:?*", "arn:aws:s3:::?*")]
    [InlineData("s3:*?", "arn:aws:s3:::*?*")]
    [InlineData("S3:??*", "*?")]
    public void A_pattern_that_asks_for_a_character_is_as_good_as_all(string action, string resource)
    {
        var document = $$"""{"Statement": {"Effect": "Allow", "Action": "{{action}}", "Resource": "{{resource}}"} }""";

        const string Question = "('s3:*', 'arn:aws:s3:::*')";
        Assert.True(HostExpression.IsTrue("iamPolicy(x).allows" + Question, document));
        Assert.False(HostExpression.IsTrue("iamPolicy(x).allowsUnconditionally" + Question, document));
        Assert.True(HostExpression.IsTrue("iamPolicy(x).statements()[0].matchesAction('s3:*')", document));
        Assert.False(HostExpression.IsTrue("iamPolicy(x).allows('s3:', 'arn:aws:s3:::')", document));
    }

    [Fact]
    public void Who_all_services_are_is_not_everybody() => Assert.False(HostExpression.IsTrue(
        "iamPolicy(x).allowsUnconditionally('s3:GetObject', 'b')",
        """{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*", "Principal": {"Service": "*"}}}"""));

    [Theory]
    [InlineData(""" "Resource": "arn:aws:s3:::${aws:username}/*" """, true, false)]
    [InlineData(""" "Resource": "*", "Condition": {"Bool": {"a": "b"}} """, true, false)]
    [InlineData(""" "NotResource": "arn:aws:s3:::other" """, true, true)]
    [InlineData(""" "NotResource": "arn:aws:s3:::a*" """, true, false)]
    [InlineData(""" "NotResource": "arn:*" """, false, false)]
    public void What_is_open_is_allowed_but_not_surely(string resource, bool may, bool surely)
    {
        var document = "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\", " + resource + "}}";

        const string Question = "('s3:Get*', 'arn:aws:s3:::*/k')";
        Assert.Equal(may, HostExpression.IsTrue("iamPolicy(x).allows" + Question, document));
        Assert.Equal(surely, HostExpression.IsTrue("iamPolicy(x).allowsUnconditionally" + Question, document));
    }

    [Fact]
    public void A_statement_says_what_stands_in_it()
    {
        var document =
            """
            {"Statement": {"Sid": "S", "Effect": "Allow", "NotAction": "iam:*", "NotResource": ["a", "b"],
              "Principal": {"Service": "ec2.amazonaws.com", "AWS": ["1", "2"]}, "Condition": {"Bool": {"x": true}}}}
            """;
        Assert.True(HostExpression.IsTrue(
            """
            cel.bind(s, iamPolicy(x).statements()[0], s.sid() == 'S' && s.effect() == 'Allow' && s.hasCondition()
              && s.actions() == [] && s.notActions() == ['iam:*'] && s.resources() == [] && s.notResources() == ['a', 'b']
              && s.principals() == {'AWS': ['1', '2'], 'Service': ['ec2.amazonaws.com']} && s.notPrincipals() == {})
            """, document));
        Assert.True(HostExpression.IsTrue("iamPolicy(x).version() == '2008-10-17'", document));
        Assert.True(HostExpression.IsTrue(
            "type(iamPolicy(x)) == aws.iam.PolicyDocument && iamPolicy(x) == iamPolicy(d)", document));
    }

    [Fact]
    public void A_map_is_a_document_too() => Assert.True(HostExpression.IsTrue(
        "iamPolicy({'Statement': [{'Effect': 'Allow', 'Action': ['*'], 'Resource': '*'}]}).allows('*', '*')"));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Statement": "x"}""")]
    [InlineData("""{"Statement": [], "Version": "2013-01-01"}""")]
    [InlineData("""{"Statement": [], "Other": 1}""")]
    [InlineData("""{"Statement": [], "statement": []}""")]
    [InlineData("""{"Statement": [], "Statement": []}""")]
    [InlineData("""{"Statement": [{"Effect": "Allowed", "Action": "*", "Resource": "*"}]}""")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Resource": "*"}]}""")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Action": 1, "Resource": "*"}]}""")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Action": ["*", null], "Resource": "*"}]}""")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Action": "*", "NotAction": "*", "Resource": "*"}]}""")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*", "Principal": "x"}]}""")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": 1}]}""")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Action": "\ud800", "Resource": "*"}]}""")]
    [InlineData("""{"Statement": [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]}""")]
    [InlineData("%7B%zz")]
    public void What_cannot_be_understood_is_an_error(string text)
    {
        Assert.StartsWith(
            "this is no IAM policy document: ", HostExpression.Error("iamPolicy(x).allows('*', '*')", text),
            StringComparison.Ordinal);
        Assert.NotNull(HostExpression.FaultOf("iamPolicy_string", 0, text));
    }

    [Fact]
    public void A_document_of_great_length_is_an_error() => Assert.Contains(
        "98304", HostExpression.Error("iamPolicy(x)", new string(' ', 100_000) + Admin), StringComparison.Ordinal);

    [Fact]
    public void No_text_breaks_the_reader() => Gen.Select(Gen.Int[0, Admin.Length - 1], Gen.Char).Sample((at, unit) =>
        HostExpression.Evaluate("iamPolicy(x)", Admin[..at] + unit + Admin[(at + 1)..]).Kind
            is CelKind.Error or CelKind.Opaque, iter: 2_000);

    /// <summary>Without wildcards in the question both answers are those of the rule as IAM documents it.</summary>
    [Fact]
    public void Answers_are_those_of_a_naive_evaluation()
    {
        var pattern = Gen.Char["ab*?"].Array[1, 3].Select(c => "s:" + new string(c));
        var statement = Gen.Select(Gen.Bool, Gen.Bool, pattern.Array[1, 2]);
        Gen.Select(statement.Array[1, 3], Gen.Char["ab"].Array[1, 3]).Sample((statements, name) =>
        {
            var action = "s:" + new string(name);
            var parts = statements.Select(s => Statement(s.Item1, s.Item2, s.Item3));
            var document = $$"""{"Statement": [{{string.Join(',', parts)}}]}""";
            bool Takes((bool IsAllow, bool IsAction, string[] Patterns) s) =>
                s.Patterns.Any(p => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(p, action, false))
                == s.IsAction;
            var expected = statements.Any(s => s.Item1 && Takes(s)) && !statements.Any(s => !s.Item1 && Takes(s));
            return expected == HostExpression.IsTrue($"iamPolicy(x).allows('{action}', 'r')", document)
                && expected == HostExpression.IsTrue($"iamPolicy(x).allowsUnconditionally('{action}', 'r')", document);
        }, iter: 1_000);
    }

    private static string Statement(bool isAllow, bool isAction, string[] patterns)
    {
        var (effect, key) = (isAllow ? "Allow" : "Deny", isAction ? "Action" : "NotAction");
        var actions = string.Join("\", \"", patterns);
        return $$"""{"Effect": "{{effect}}", "{{key}}": ["{{actions}}"], "Resource": "*"}""";
    }
}
