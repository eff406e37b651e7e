using PolicyEval.Evaluation.Resources.Tables;

namespace PolicyEval.Evaluation.Tests.Resources;

/// <summary>Policy documents as answers hold them.</summary>
public sealed class DocumentFieldTests
{
    private const string Object =
        """{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}""";

    [Theory]
    [InlineData(Object)]
    [InlineData("\"{\\\"Version\\\": \\\"2012-10-17\\\", \\\"Statement\\\": [{\\\"Effect\\\": \\\"Allow\\\", "
        + "\\\"Action\\\": \\\"*\\\", \\\"Resource\\\": \\\"*\\\"}]}\"")]
    [InlineData("\"%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C"
        + "%22Action%22%3A%22*%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D\"")]
    public void A_document_is_an_object_or_a_text_or_that_text_URL_encoded(string document)
    {
        var evidence = SampleEvidence.Of(SampleEvidence.DetailsOf(
            $$"""{"UserName": "a", "UserPolicyList": [{"PolicyName": "i", "PolicyDocument": {{document}}}]}""",
            roles: $$"""{"RoleName": "r", "AssumeRolePolicyDocument": {{document}}}""",
            policies: $$"""
                {"PolicyName": "p", "PolicyVersionList": [
                    {"IsDefaultVersion": true, "Document": {{document}}}]}
                """));

        const string expected = $"iamPolicy({Object})";
        Assert.Equal(expected, SampleEvidence.Read(evidence.Policies.Records[0], "document"));
        Assert.Equal(expected, SampleEvidence.Read(evidence.Roles.Records[0], "trust_policy"));
        Assert.Equal(expected, SampleEvidence.Read(InlinePolicyTable.In(evidence).Single(), "document"));
    }

    [Theory]
    [InlineData("[]", "? does not have one default version")]
    [InlineData("""[{"Document": {}}]""", "? does not have one default version")]
    [InlineData("""[{"IsDefaultVersion": "true", "Document": {}}]""", "? does not have one default version")]
    [InlineData("""[{"IsDefaultVersion": true}, {"IsDefaultVersion": true}]""", "? does not have one default version")]
    [InlineData("""[{"IsDefaultVersion": true}]""", "? no such property")]
    [InlineData("""[{"IsDefaultVersion": true, "Document": null}]""", "? is no object")]
    [InlineData("""[{"IsDefaultVersion": true, "Document": []}]""", "? is no object")]
    [InlineData("1", "? no such property")]
    public void A_document_that_is_not_there_is_unknown(string versions, string expected)
    {
        var evidence = SampleEvidence.Of(SampleEvidence.DetailsOf(
            policies: $$"""{"PolicyName": "p", "PolicyVersionList": {{versions}}}"""));

        Assert.Equal(expected, SampleEvidence.Read(evidence.Policies.Records[0], "document"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\"%7B\"")]
    [InlineData("\"\"")]
    [InlineData("""{"Statement": {"Effect": "Allow", "Action": "*", "NotAction": "s3:*", "Resource": "*"}}""")]
    [InlineData("""{"Statement": [], "Surprise": 1}""")]
    public void A_document_that_cannot_be_understood_is_an_error(string document)
    {
        var evidence = SampleEvidence.Of(SampleEvidence.DetailsOf(
            roles: $$"""{"RoleName": "r", "AssumeRolePolicyDocument": {{document}}}"""));

        Assert.Contains(
            "this is no IAM policy document", SampleEvidence.Read(evidence.Roles.Records[0], "trust_policy"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Version": "2012-10-17", "Statement": [], "Statement": []}""", "it says a key twice")]
    [InlineData("{", "its JSON is broken (line 1, byte 2)")]
    public void What_is_wrong_with_the_JSON_of_a_document_is_said(string document, string why)
    {
        var evidence = SampleEvidence.Of(SampleEvidence.DetailsOf(roles: $$"""
            {"RoleName": "r", "AssumeRolePolicyDocument": {{System.Text.Json.JsonSerializer.Serialize(document)}}}
            """));

        Assert.Contains(
            $"this is no IAM policy document: {why}", SampleEvidence.Read(evidence.Roles.Records[0], "trust_policy"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arn:aws:iam::aws:policy/X", "true")]
    [InlineData("arn:aws-cn:iam::aws:policy/X", "true")]
    [InlineData("arn:aws-us-gov:iam::aws:policy/service-role/X", "true")]
    [InlineData("arn:aws:iam::111122223333:policy/aws", "false")]
    [InlineData("aws", "? is no ARN")]
    public void Policies_of_AWS_are_known_by_the_account_in_their_arn(string arn, string expected)
    {
        var evidence = SampleEvidence.Of(SampleEvidence.DetailsOf(
            policies: $$"""{"PolicyName": "X", "Arn": "{{arn}}"}"""));

        Assert.Equal(expected, SampleEvidence.Read(evidence.Policies.Records[0], "is_aws_managed"));
    }
}
