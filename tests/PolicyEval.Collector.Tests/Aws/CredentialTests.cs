using System.Net;
using System.Net.Sockets;
using PolicyEval.Collector.Aws;
using PolicyEval.Collector.Tests.Stub;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Tests.Aws;

[Collection(EnvironmentCollection.Name)]
public sealed class CredentialTests
{
    private const string Role = "arn:aws:iam::444455556666:role/audit/Reader";

    private static readonly string Keys =
        $"aws_access_key_id = {AwsStub.AccessKey}\naws_secret_access_key = {AwsStub.SecretKey}\n";

    private static readonly string Configuration = $"""
        [profile keys]
        {Keys}
        [profile role]
        role_arn = {Role}
        source_profile = keys
        external_id = a-shared-word
        role_session_name = nightly
        [profile chain]
        role_arn = arn:aws:iam::777788889999:role/Reader
        source_profile = role
        external_id = a-shared-word
        [profile self]
        role_arn = {Role}
        source_profile = self
        external_id = a-shared-word
        {Keys}
        [profile of-environment]
        role_arn = {Role}
        credential_source = Environment
        external_id = a-shared-word
        [profile mfa]
        role_arn = {Role}
        source_profile = keys
        mfa_serial = arn:aws:iam::111122223333:mfa/me
        [profile one]
        role_arn = {Role}
        source_profile = two
        [profile two]
        role_arn = {Role}
        source_profile = one
        [profile lost]
        role_arn = {Role}
        source_profile = nowhere
        [profile empty]
        region = eu-west-1
        [profile process]
        credential_process = /bin/false
        [profile login]
        login_session = arn:aws:iam::111122223333:user/me
        [profile sso]
        sso_session = corporate
        sso_account_id = 444455556666
        sso_role_name = Reader
        region = us-east-1
        [sso-session corporate]
        sso_region = us-east-1
        sso_start_url = https://example.awsapps.com/start
        """;

    [Theory]
    [InlineData("nobody", "There is no profile nobody", "There are: ")]
    [InlineData("empty", "The profile empty names no way", "aws configure sso --profile empty")]
    [InlineData("lost", "There is no profile nowhere", "There are: ")]
    [InlineData("one", "The profile one is the source of its own", "source_profile")]
    [InlineData("mfa", "wants an MFA code", "aws configure export-credentials --profile mfa")]
    [InlineData("sso", "The SSO session cannot be used", "aws sso login --profile sso")]
    [InlineData("process", "No credentials could be had", "AWS_ACCESS_KEY_ID")]
    public async Task A_profile_without_usable_credentials_says_why_and_the_way_out(
        string profile, string message, string help)
    {
        using var environment = new AwsEnvironment(Configuration);
        var failure = await FailureOf(new AwsOptions { Profile = profile, Region = "us-east-1" });

        Assert.Equal((FailureKind.NoCredentials, "NoCredentials"), (failure.Kind, failure.Error.Code));
        Assert.Contains(message, failure.Error.Message, StringComparison.Ordinal);
        Assert.Contains(help, failure.Help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_SSO_session_names_the_login()
    {
        using var environment = new AwsEnvironment(Configuration);
        // The file's name is the SHA-1 of the session's.
        environment.Write(".aws/sso/cache/e276d18d65653fa285155bfd3e11ab029306830c.json", """
            { "startUrl": "https://example.awsapps.com/start", "region": "us-east-1", "accessToken": "gone",
              "expiresAt": "2020-01-01T00:00:00Z" }
            """);
        var failure = await FailureOf(new AwsOptions { Profile = "sso", Region = "us-east-1" });

        Assert.Contains("expired", failure.Error.Message, StringComparison.Ordinal);
        Assert.Contains("`aws sso login --profile sso`", failure.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[x\nfoo\n", "[[x")]
    [InlineData("[profile a]\nregion = not a region\naws_access_key_id = x\n", "not a region")]
    public async Task A_damaged_configuration_is_told_and_what_is_wrong_with_it(string configuration, string what)
    {
        using var environment = new AwsEnvironment(configuration);
        var failure = await FailureOf(new AwsOptions { Profile = "a" });

        Assert.Equal(FailureKind.NoCredentials, failure.Kind);
        Assert.Contains(what, failure.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_credentials_at_all_are_told_with_every_way_to_give_some()
    {
        using var environment = new AwsEnvironment("");
        var failure = await FailureOf(new AwsOptions { Region = "us-east-1" });

        Assert.Equal("There are no AWS credentials.", failure.Error.Message);
        foreach (var way in (string[])["AWS_ACCESS_KEY_ID", "--profile", "aws sso login"])
            Assert.Contains(way, failure.Help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_that_AWS_PROFILE_names_and_does_not_exist_is_not_passed_over()
    {
        using var environment = new AwsEnvironment(Configuration, ("AWS_PROFILE", "nobody"));
        var failure = await FailureOf(new AwsOptions { Region = "us-east-1" });
        Assert.Contains("nobody", failure.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instance_metadata_service_that_hangs_is_waited_for_no_longer_than_allowed()
    {
        using var hanging = new TcpListener(IPAddress.Loopback, 0);
        hanging.Start();
        using var environment = new AwsEnvironment("",
            ("AWS_EC2_METADATA_DISABLED", "false"),
            ("AWS_EC2_METADATA_SERVICE_ENDPOINT", $"http://{hanging.LocalEndpoint}"));
        var options = new AwsOptions { Region = "us-east-1", CredentialTimeout = TimeSpan.FromMilliseconds(300) };
        var failure = await FailureOf(options).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(FailureKind.NoCredentials, failure.Kind);
    }

    [Fact]
    public async Task Keys_of_the_environment_come_before_its_profile_and_after_the_option()
    {
        using var environment = new AwsEnvironment(Configuration,
            ("AWS_ACCESS_KEY_ID", "AKIA" + "NOBODYSKEY000000"), ("AWS_SECRET_ACCESS_KEY", "unknown"),
            ("AWS_PROFILE", "keys"));
        var unknown = await SendAsync(new AwsOptions { Region = "us-east-1" });
        var known = await SendAsync(new AwsOptions { Region = "us-east-1", Profile = "keys" });

        Assert.Equal(FailureKind.InvalidToken, unknown.Failure!.Kind);
        Assert.Null(known.Failure);
    }

    [Theory]
    [InlineData("role", "444455556666", 1)]
    [InlineData("self", "444455556666", 1)]
    [InlineData("chain", "777788889999", 2)]
    [InlineData("of-environment", "444455556666", 1)]
    public async Task A_profile_with_a_role_assumes_it_and_reports_so(string profile, string account, int roles)
    {
        using var environment = new AwsEnvironment(Configuration,
            ("AWS_ACCESS_KEY_ID", AwsStub.AccessKey), ("AWS_SECRET_ACCESS_KEY", AwsStub.SecretKey));
        await using var stub = await AwsStub.StartAsync();
        stub.Add(new ModelAccount("444455556666"));
        stub.Add(new ModelAccount("777788889999"));
        stub.ExternalId = "a-shared-word";
        using var network = stub.Network();
        using var connector = new AwsConnector(
            new AwsOptions { Profile = profile, Region = "us-east-1", EndpointUrl = stub.Address },
            new JumpingClock(), network, null);
        var opened = await connector.OpenAsync(default);
        using var api = opened.Api!;
        var reply = await api.SendAsync(ApiRequest.For(ApiOperations.GetCallerIdentity), default);

        Assert.Equal(roles, opened.Attempts.Length);
        Assert.All(opened.Attempts, attempt => Assert.Same(ApiOperations.AssumeRole, attempt.Request.Operation));
        Assert.Equal(account, PageReader.Read(ApiOperations.GetCallerIdentity, reply.Body!.Value).Caller!.Account);
        Assert.Empty(stub.Violations);
    }

    [Theory]
    [InlineData(null, null, null, "us-east-1")]
    [InlineData("empty", null, null, "eu-west-1")]
    [InlineData("empty", "eu-north-1", null, "eu-north-1")]
    [InlineData("empty", "eu-north-1", "cn-north-1", "cn-north-1")]
    public void The_region_is_the_options_then_the_environments_then_the_profiles(
        string? profile, string? variable, string? option, string expected)
    {
        using var environment = new AwsEnvironment(Configuration, [.. variable is null
            ? Array.Empty<(string, string)>()
            : [("AWS_REGION", variable)]]);
        var region = RegionFinder.Find(new AwsOptions { Profile = profile, Region = option });
        Assert.Equal(expected, region ?? "us-east-1");
    }

    private static async Task<Failure> FailureOf(AwsOptions options)
    {
        using var network = new SocketsHttpHandler();
        using var connector = new AwsConnector(options, new JumpingClock(), network, null);
        var opened = await connector.OpenAsync(default);
        Assert.Null(opened.Api);
        return opened.Failure!;
    }

    private static async Task<ApiReply> SendAsync(AwsOptions options)
    {
        await using var stub = await AwsStub.StartAsync();
        using var network = stub.Network();
        using var connector = new AwsConnector(
            options with { EndpointUrl = stub.Address }, new JumpingClock(), network, null);
        using var api = (await connector.OpenAsync(default)).Api!;
        return await api.SendAsync(ApiRequest.For(ApiOperations.GetCallerIdentity), default);
    }
}
