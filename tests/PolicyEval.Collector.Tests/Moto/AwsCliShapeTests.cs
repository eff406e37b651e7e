using System.Net.Http.Headers;
using System.Text;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Testing;

namespace PolicyEval.Collector.Tests.Moto;

/// <summary>What is derived from raw answers is, byte for byte, what the AWS CLI prints for the same answers.</summary>
public sealed class AwsCliShapeTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private const string Trust =
        """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}
        """;

    private const string Document =
        """
        {"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":["s3:*"],"Resource":"arn:aws:s3:::a-b/é+%<&>",
         "Condition":{"Bool":{"aws:SecureTransport":"false"}}}}
        """;

    [AwsCliFact]
    public async Task Derived_files_are_what_the_AWS_CLI_prints()
    {
        await FillAsync();
        using var folder = new TemporaryFolder();
        // What version 2 of the AWS CLI does unasked.
        var config = folder.Write("config", "[default]\ncli_timestamp_format = iso8601\n");
        var cli = new AwsCli(moto.Address, config);
        foreach (var (operation, command, parameters) in Calls)
        {
            var body = await FetchAsync(operation, parameters);
            var derived = Derive(operation, body, parameters);

            string[] options = [.. parameters.SelectMany(pair => (string[])["--user-name", pair.Value])];
            Assert.Equal(await cli.RunAsync([operation.Service, command, .. options]), derived);
        }
    }

    private static (ApiOperation Operation, string Command, (string Name, string Value)[] Parameters)[] Calls =>
    [
        (ApiOperations.GetCallerIdentity, "get-caller-identity", []),
        (ApiOperations.GetAccountSummary, "get-account-summary", []),
        (ApiOperations.GetAccountPasswordPolicy, "get-account-password-policy", []),
        (ApiOperations.GetAccountAuthorizationDetails, "get-account-authorization-details", []),
        (ApiOperations.ListVirtualMfaDevices, "list-virtual-mfa-devices", []),
        (ApiOperations.ListServerCertificates, "list-server-certificates", []),
        (ApiOperations.ListAccountAliases, "list-account-aliases", []),
        (ApiOperations.ListSamlProviders, "list-saml-providers", []),
        (ApiOperations.ListOpenIdConnectProviders, "list-open-id-connect-providers", []),
        (ApiOperations.ListUsers, "list-users", []),
        (ApiOperations.ListMfaDevices, "list-mfa-devices", [("UserName", "alice")]),
        (ApiOperations.ListMfaDevices, "list-mfa-devices", [("UserName", "bob")]),
        (ApiOperations.ListAccessKeys, "list-access-keys", [("UserName", "alice")]),
        (ApiOperations.GetCredentialReport, "get-credential-report", []),
        (ApiOperations.ListAccounts, "list-accounts", []),
    ];

    private async Task FillAsync()
    {
        await moto.MakeAsync("CreateUser", ("UserName", "alice"), ("Tags.member.1.Key", "a"),
            ("Tags.member.1.Value", "é & /+=@"));
        await moto.MakeAsync("CreateUser", ("UserName", "bob"), ("Path", "/x/"));
        await moto.MakeAsync("CreateAccessKey", ("UserName", "alice"));
        await moto.MakeAsync("PutUserPolicy", ("UserName", "alice"), ("PolicyName", "in"), ("PolicyDocument", Document));
        await moto.MakeAsync("CreateGroup", ("GroupName", "g"));
        await moto.MakeAsync("AddUserToGroup", ("GroupName", "g"), ("UserName", "alice"));
        await moto.MakeAsync("CreateRole", ("RoleName", "r"), ("AssumeRolePolicyDocument", Trust),
            ("Description", "<\"a\" & 'b'>"));
        await moto.MakeAsync("CreatePolicy", ("PolicyName", "p"), ("PolicyDocument", Document));
        await moto.MakeAsync("CreateVirtualMFADevice", ("VirtualMFADeviceName", "spare"));
        await moto.MakeAsync("EnableMFADevice", ("UserName", "alice"), ("AuthenticationCode1", "123456"),
            ("AuthenticationCode2", "654321"), ("SerialNumber", "arn:aws:iam::123456789012:mfa/spare"));
        await moto.MakeAsync("UpdateAccountPasswordPolicy", ("MinimumPasswordLength", "14"), ("RequireSymbols", "true"));
        await moto.MakeAsync("CreateAccountAlias", ("AccountAlias", "an-alias"));
        await moto.MakeAsync("CreateSAMLProvider", ("Name", "s"), ("SAMLMetadataDocument", new string('a', 1024)));
        await moto.MakeAsync("CreateOpenIDConnectProvider", ("Url", "https://example.com"),
            ("ThumbprintList.member.1", new string('a', 40)));
        await moto.MakeAsync("UploadServerCertificate", ("ServerCertificateName", "c"), ("CertificateBody", "x"),
            ("PrivateKey", "x"));
        await moto.MakeAsync("GenerateCredentialReport");
        await moto.MakeAsync("GenerateCredentialReport");
        await SendJsonAsync("CreateOrganization", """{"FeatureSet":"ALL"}""");
        await SendJsonAsync("CreateAccount", """{"AccountName":"second é","Email":"second@example.com"}""");
    }

    private async Task<byte[]> FetchAsync(ApiOperation operation, (string Name, string Value)[] parameters)
    {
        if (operation.IsJson)
            return await SendJsonAsync(operation.Action, "{}");
        using var content = new FormUrlEncodedContent(
        [
            new("Action", operation.Action), new("Version", operation.Service == "sts" ? "2011-06-15" : "2010-05-08"),
            .. parameters.Select(pair => new KeyValuePair<string, string>(pair.Name, pair.Value)),
        ]);
        return await SendAsync(operation.Service, content, target: null);
    }

    private Task<byte[]> SendJsonAsync(string action, string body) => SendAsync(
        "organizations", new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.1"),
        $"AWSOrganizationsV20161128.{action}");

    private async Task<byte[]> SendAsync(string service, HttpContent content, string? target)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, moto.Address) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("AWS4-HMAC-SHA256",
            $"Credential=AKIAMOTO/20260101/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=none");
        if (target is not null)
            request.Headers.Add("X-Amz-Target", target);
        using var response = await client.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        Assert.True(response.IsSuccessStatusCode, $"{target}: {Encoding.UTF8.GetString(body)}");
        return body;
    }

    private static string Derive(ApiOperation operation, byte[] body, (string Name, string Value)[] parameters)
    {
        var record = new CallRecord
        {
            Sequence = 1,
            Operation = operation,
            Parameters = [.. parameters.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))],
            SentAt = DateTimeOffset.UnixEpoch,
            File = operation.RawFolder + "/0001.xml",
        };
        var file = AnswerDerivation.Derive([record], _ => body).First(derived => derived.Name == operation.File);
        return Encoding.UTF8.GetString(file.Bytes.Span);
    }
}
