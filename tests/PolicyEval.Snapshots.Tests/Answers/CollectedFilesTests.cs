using PolicyEval.Snapshots.Answers;

namespace PolicyEval.Snapshots.Tests.Answers;

public sealed class CollectedFilesTests
{
    [Theory]
    [InlineData("access-keys.json", "{\"AccessKeyMetadata\": []}", "list-access-keys")]
    [InlineData("account-aliases.json", "{\"AccountAliases\": []}", "aws iam list-account-aliases")]
    [InlineData("caller-identity.json", "{\"UserId\": \"U\"}", "aws sts get-caller-identity")]
    [InlineData("mfa-devices.json", "{\"MFADevices\": []}", "list-mfa-devices")]
    [InlineData("open-id-connect-providers.json", "{\"OpenIDConnectProviderList\": []}", "list-open-id-connect")]
    [InlineData("organization-accounts.json", "{\"Accounts\": []}", "aws organizations list-accounts")]
    [InlineData("organizations-features.json", "{\"EnabledFeatures\": []}", "list-organizations-features")]
    [InlineData("saml-providers.json", "{\"SAMLProviderList\": []}", "aws iam list-saml-providers")]
    [InlineData("users.json", "{\"Users\": []}", "aws iam list-users")]
    public void A_file_of_the_collector_is_read_and_cited(string name, string json, string command)
    {
        using var folder = new TemporaryFolder();
        folder.Write(name, json);

        var result = Snapshot.Open(folder.Path);

        Assert.Empty(result.Diagnostics);
        var file = Assert.Single(result.Snapshot!.Files);
        Assert.Equal(name, file.Name);
        Assert.Contains(command, file.Command);
        Assert.Equal(AnswerStatus.Given, result.Snapshot.AnswerOf(name).Status);
    }
}
