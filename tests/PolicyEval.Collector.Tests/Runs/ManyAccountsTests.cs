using System.Globalization;
using PolicyEval.Collector.Tests.Stub;
using PolicyEval.Collector.Tests.Support;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Testing;

namespace PolicyEval.Collector.Tests.Runs;

public sealed class ManyAccountsTests
{
    private static readonly string[] Role = ["--role-name", "Reader"];

    [Fact]
    public async Task Two_hundred_accounts_of_which_seven_fail()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 199; i++)
        {
            var account = stub.Add(new ModelAccount(Id(i)));
            if (i is 3 or 50 or 120 or 160 or 198)
                stub.Refusing.Add(account.Id);
            else if (i is 7 or 77)
                stub.On(ApiOperations.GetCallerIdentity, account.Id).Always(Play.Html(503));
            else if (i == 99)
                stub.On(ApiOperations.ListServerCertificates, account.Id).Always(Play.Denied);
        }

        var run = await CollectRun.OfAsync(
            stub, new JumpingClock(), [.. Role, "--organization", "--parallel", "8", "--zip", "--output", folder.Path]);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(1 + 200 - 7, run.Snapshots.Count);
        Assert.Equal(run.Snapshots.Count, run.Snapshots.Select(snapshot => snapshot.Digest).Distinct().Count());
        Assert.StartsWith(folder.PathOf("organization"), run.Snapshots[0].Path, StringComparison.Ordinal);
        Assert.All(run.Snapshots, snapshot => Assert.True(Path.Exists(snapshot.Path), snapshot.Path));
        Assert.Contains(
            "193 of 200 active accounts collected: 192 complete, 1 incomplete, 7 failed\n", run.Error,
            StringComparison.Ordinal);
        Assert.All([3, 50, 120, 160, 198], i => Assert.Contains(
            $"{Id(i)} (model-{Id(i)})  failed      sts:AssumeRole: AccessDenied: ",
            run.Error,
            StringComparison.Ordinal));
        Assert.All([7, 77], i => Assert.Contains(
            $"{Id(i)} (model-{Id(i)})  failed      sts:GetCallerIdentity: ", run.Error, StringComparison.Ordinal));
        Assert.Contains(
            "1 of 15 calls failed: iam:ListServerCertificates (AccessDenied)", run.Error, StringComparison.Ordinal);
        Assert.InRange(stub.HighestConcurrency, 2, 8);
        Assert.Empty(stub.Violations);
    }

    [Fact]
    public async Task The_own_account_is_collected_without_a_role_and_inactive_ones_are_listed()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        stub.Add(new ModelAccount(Id(1)));
        stub.Add(new ModelAccount(Id(2)) { Status = "SUSPENDED", Name = "old\u001b[2J" });

        var run = await CollectRun.OfAsync(
            stub, new JumpingClock(), [.. Role, "--organization", "--output", folder.Path]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["organization", ModelAccount.DefaultId, Id(1)], run.Snapshots.Select(FolderOf));
        Assert.Equal([Id(1)], stub.RequestsOf(ApiOperations.AssumeRole)
            .Select(request => request.Parameters["RoleArn"].Split(':')[4]));
        Assert.Matches($@"{Id(2)} \(old\\u\{{1b\}}\[2J\) +not asked +its status is SUSPENDED\n", run.Error);
        Assert.Contains(
            "2 of 2 active accounts collected: 2 complete; 1 not active\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Named_accounts_are_collected_by_the_role_with_its_external_id_and_session_name()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        stub.Add(new ModelAccount(Id(1)));
        stub.ExternalId = "the-external-id";
        var accounts = folder.Write("accounts.txt", $"{Id(1)}\n{Id(1)}\n");

        var run = await CollectRun.OfAsync(stub, new JumpingClock(),
        [
            .. Role, "--accounts", accounts, "--external-id", "the-external-id", "--session-name", "nightly",
            "--output", folder.PathOf("out"),
        ]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([Id(1)], run.Snapshots.Select(FolderOf));
        Assert.Contains("warning PE4208: ", run.Error, StringComparison.Ordinal);
        var request = Assert.Single(stub.RequestsOf(ApiOperations.AssumeRole));
        Assert.Equal("nightly", request.Parameters["RoleSessionName"]);
        Assert.All(
            Directory.EnumerateFiles(run.Snapshots[0].Path, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain("the-external-id", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_every_account_fails_nothing_was_collected()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();

        var run = await CollectRun.OfAsync(
            stub, new JumpingClock(), [.. Role, "--accounts", $"{Id(1)},{Id(2)}", "--output", folder.Path]);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("0 of 2 accounts collected: 2 failed\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_that_cannot_be_listed_ends_the_run()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        stub.On(ApiOperations.ListAccounts).Always(Play.Denied);

        var run = await CollectRun.OfAsync(
            stub, new JumpingClock(), [.. Role, "--organization", "--output", folder.Path]);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("error PE4214: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(
            "Allow organizations:ListAccounts; `policyeval-collect iam-policy --organization --role-name NAME` prints "
            + "the whole policy that it needs.\n",
            run.Error,
            StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_list_of_accounts_that_breaks_off_is_incomplete_and_its_accounts_are_collected()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        stub.Add(new ModelAccount(Id(1)));
        stub.PageSize = 1;
        stub.On(ApiOperations.ListAccounts).Then(Play.Answer).Always(Play.Denied);

        var run = await CollectRun.OfAsync(
            stub, new JumpingClock(), [.. Role, "--organization", "--output", folder.Path]);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["organization", ModelAccount.DefaultId], run.Snapshots.Select(FolderOf));
        Assert.Contains("organizations:ListAccounts (AccessDenied", run.Error, StringComparison.Ordinal);
        Assert.Contains(
            "\nmissing permissions: policyeval-collect iam-policy --organization --role-name NAME prints what is "
            + "needed\n",
            run.Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "none at all")]
    [InlineData(true, "only accounts that are not active (1)")]
    public async Task An_organisation_without_an_active_account_is_told(bool hasInactive, string what)
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        stub.Management.Status = "SUSPENDED";
        if (!hasInactive)
        {
            stub.On(ApiOperations.ListAccounts).Always(new Play
            {
                Status = 200,
                MediaType = "application/x-amz-json-1.1",
                Body = """{"Accounts":[]}""",
            });
        }

        var run = await CollectRun.OfAsync(
            stub, new JumpingClock(), [.. Role, "--organization", "--output", folder.Path]);

        Assert.Equal(3, run.ExitCode);
        Assert.Single(run.Snapshots);
        Assert.EndsWith(
            "error PE4216: the organisation has no active account that could be collected: AWS lists "
            + $"{what}\n  help: Look at the list with 'aws organizations list-accounts', or name the accounts with "
            + "--accounts. The list of accounts itself was sealed.\n",
            run.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_permissions_are_told_once_for_all_accounts()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        stub.Add(new ModelAccount(Id(1)));
        stub.On(ApiOperations.ListAccountAliases).Always(Play.Denied);

        var run = await CollectRun.OfAsync(
            stub, new JumpingClock(), [.. Role, "--organization", "--output", folder.Path]);

        Assert.Equal(2, run.ExitCode);
        var hint = "\nmissing permissions: policyeval-collect iam-policy prints what is needed\n";
        Assert.Equal(2, run.Error.Split(hint).Length);
    }

    [Fact]
    public async Task Credentials_that_AWS_does_not_know_end_the_run()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        stub.On(ApiOperations.GetCallerIdentity).Always(Play.InvalidToken);

        var run = await CollectRun.OfAsync(
            stub, new JumpingClock(), [.. Role, "--accounts", Id(1), "--output", folder.Path]);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("error PE4213: ", run.Error, StringComparison.Ordinal);
    }

    private static string FolderOf((string Digest, string Path) snapshot) =>
        Path.GetFileName(Path.GetDirectoryName(snapshot.Path)!);

    private static string Id(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"2222{number:00000000}");
}
