using PolicyEval.Collector.Tests.Stub;
using PolicyEval.Collector.Tests.Support;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Verification;
using PolicyEval.Testing;

namespace PolicyEval.Collector.Tests.Runs;

public sealed class CollectionRunTests
{
    [Fact]
    public async Task One_account_becomes_one_snapshot_named_by_account_and_time()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();

        var run = await CollectRun.OfAsync(stub, new JumpingClock(), ["--output", folder.Path]);

        Assert.Equal(0, run.ExitCode);
        var snapshot = Assert.Single(run.Snapshots);
        Assert.Equal(folder.PathOf("111122223333/2026-03-01T040506Z"), snapshot.Path);
        Assert.Matches("^[0-9a-f]{64}$", snapshot.Digest);
        Assert.Equal(
            snapshot.Digest,
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
                File.ReadAllBytes(Path.Combine(snapshot.Path, "tagmanifest-sha256.txt")))));
        Assert.Contains("111122223333  complete    ", run.Error, StringComparison.Ordinal);
        Assert.Equal([folder.PathOf("111122223333")], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task The_same_answers_and_clock_give_the_same_bytes_as_folder_and_as_zip()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        var digests = new List<string>();
        // The SDK signs by the machine's clock, so the frozen one is not far from it.
        var now = new DateTimeOffset(DateTimeOffset.UtcNow.Ticks / 10_000_000 * 10_000_000, TimeSpan.Zero);
        stub.Management.GeneratedAt = now - TimeSpan.FromMinutes(5);
        foreach (var (name, form) in (IEnumerable<(string, string[])>)[("a", []), ("b", []), ("c", ["--zip"])])
        {
            stub.Freeze(now);
            var run = await CollectRun.OfAsync(
                stub, new JumpingClock(now), ["--output", folder.PathOf(name), .. form]);
            Assert.Equal(0, run.ExitCode);
            digests.Add(Assert.Single(run.Snapshots).Digest);
        }

        Assert.Equal([digests[0], digests[0], digests[0]], digests);
        Assert.EndsWith(".zip", Assert.Single(Directory.EnumerateFiles(folder.PathOf("c/111122223333"))));
    }

    [Fact]
    public async Task A_snapshot_names_the_one_before_it()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        var clock = new JumpingClock();

        var first = await CollectRun.OfAsync(stub, clock, ["--output", folder.Path, "--zip"]);
        clock.Advance(TimeSpan.FromDays(1));
        var second = await CollectRun.OfAsync(stub, clock, ["--output", folder.Path]);

        Assert.DoesNotContain(
            first.Snapshots[0].Digest, File.ReadAllText(folder.PathOf("111122223333/2026-03-02T040506Z/bag-info.txt")),
            StringComparison.Ordinal);
        Assert.Contains(
            first.Snapshots[0].Digest, File.ReadAllText(Path.Combine(second.Snapshots[0].Path, "snapshot.json")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_call_makes_the_snapshot_incomplete()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        stub.On(ApiOperations.ListAccountAliases).Always(Play.Denied);

        var run = await CollectRun.OfAsync(stub, new JumpingClock(), ["--output", folder.Path]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(
            "1 of 15 calls failed: iam:ListAccountAliases (AccessDenied)", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Snapshots);
    }

    [Fact]
    public async Task A_user_who_is_named_like_a_key_is_in_a_whole_snapshot()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        stub.Management.Users.Add(new ModelUser("AKIA" + "IOSFODNN7EXAMPLE")
        {
            HasMfa = true,
            AccessKeys = ["AKIA" + "MODELKEY00000002"],
        });

        var run = await CollectRun.OfAsync(stub, new JumpingClock(), ["--output", folder.Path]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            "****************MPLE",
            File.ReadAllText(Path.Combine(run.Snapshots[0].Path, "data/mfa-devices.json")),
            StringComparison.Ordinal);
        Assert.Equal(
            VerificationVerdict.Unsigned,
            SnapshotVerifier.Verify(run.Snapshots[0].Path, new VerifyOptions()).Verdict);
    }

    [Theory]
    [InlineData("the secret is ", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")]
    [InlineData("Authorization: Bearer ", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0ZXN0In0.c2lnbmF0dXJlb2Z0ZXN0")]
    [InlineData("request id ", "AKIA" + "IOSFODNN7EXAMPLE")]
    public async Task A_secret_in_an_error_is_masked_and_the_rest_is_sealed(string before, string secret)
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        stub.On(ApiOperations.ListAccountAliases).Always(
            Play.Failing(400, "ValidationError", before + secret) with
            {
                RequestId = before + secret,
                AnswersAs = "text/xml; note=\"" + before + secret + "\"",
            });

        var run = await CollectRun.OfAsync(stub, new JumpingClock(), ["--output", folder.Path]);

        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain(secret, run.Error, StringComparison.Ordinal);
        var path = Assert.Single(run.Snapshots).Path;
        Assert.All(Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories), file =>
            Assert.DoesNotContain(secret, File.ReadAllText(file), StringComparison.Ordinal));
        Assert.Equal(
            VerificationVerdict.Unsigned, SnapshotVerifier.Verify(path, new VerifyOptions()).Verdict);
    }

    [Theory]
    [InlineData("truncated")]
    [InlineData("cut")]
    [InlineData("html")]
    [InlineData("wrong type")]
    [InlineData("hangs")]
    [InlineData("throttled")]
    [InlineData("broken")]
    public async Task An_answer_that_is_none_is_named_and_nothing_hangs(string what)
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        stub.On(ApiOperations.GetAccountSummary).Always(what switch
        {
            "truncated" => Play.Truncated,
            "cut" => Play.CutInBody,
            "html" => Play.Html(200),
            "wrong type" => Play.Html(200) with { MediaType = "text/xml" },
            "hangs" => Play.HangInBody,
            "throttled" => Play.Throttle,
            _ => Play.ServerError,
        });

        var run = await CollectRun.OfAsync(
            stub, new JumpingClock(), ["--output", folder.Path],
            change: options => options with { AttemptTimeout = TimeSpan.FromMilliseconds(300), MaxAttempts = 2 });

        Assert.Equal(2, run.ExitCode);
        Assert.Matches(@"1 of 15 calls failed: iam:GetAccountSummary \([A-Za-z]+\)", run.Error);
        Assert.Equal(
            VerificationVerdict.Unsigned,
            SnapshotVerifier.Verify(run.Snapshots[0].Path, new VerifyOptions()).Verdict);
    }

    [Fact]
    public async Task A_signed_snapshot_is_trusted_with_the_key_that_signed_it()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        var made = KeyPair.Generate("a passphrase for this test");
        var key = folder.Write("audit.key.pem", made.EncryptedPrivateKey.ToArray());
        var passphrase = folder.Write("passphrase", "a passphrase for this test\n");

        var run = await CollectRun.OfAsync(stub, new JumpingClock(),
        [
            "--output", folder.PathOf("out"), "--sign-key", key, "--passphrase-file", passphrase,
        ]);

        Assert.Equal(0, run.ExitCode);
        var options = new VerifyOptions { TrustedKeys = [made.PublicKey] };
        Assert.Equal(
            VerificationVerdict.Trusted, SnapshotVerifier.Verify(run.Snapshots[0].Path, options).Verdict);
    }

    [Fact]
    public async Task Users_who_came_or_went_since_the_report_are_named()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        stub.Management.UsersOfReport = [stub.Management.Users[0], new ModelUser("gone.since")];

        var run = await CollectRun.OfAsync(stub, new JumpingClock(), ["--output", folder.Path]);

        var document = File.ReadAllText(Path.Combine(run.Snapshots[0].Path, "snapshot.json"));
        Assert.Contains("gone.since", document, StringComparison.Ordinal);
        Assert.Contains("build-bot", document, StringComparison.Ordinal);
        Assert.Contains("warning", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_ten_minutes_off_is_corrected_and_told()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        stub.ClockOffset = TimeSpan.FromMinutes(10);

        var run = await CollectRun.OfAsync(stub, TimeProvider.System, ["--output", folder.Path]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("clock", run.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_snapshot_that_is_there_is_never_overwritten()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        var mine = folder.Write("111122223333/2026-03-01T040506Z/mine.txt", "mine");

        var run = await CollectRun.OfAsync(stub, new JumpingClock(), ["--output", folder.Path]);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Equal("mine", File.ReadAllText(mine));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder.PathOf("111122223333")));
    }

    [Fact]
    public async Task Quiet_says_nothing_where_all_is_well_and_names_what_is_not()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        var good = await CollectRun.OfAsync(stub, new JumpingClock(), ["--output", folder.PathOf("a"), "--quiet"]);
        stub.On(ApiOperations.ListAccountAliases).Always(Play.Denied);
        var bad = await CollectRun.OfAsync(stub, new JumpingClock(), ["--output", folder.PathOf("b"), "--quiet"]);

        Assert.Equal((0, ""), (good.ExitCode, good.Error));
        Assert.Equal(2, bad.ExitCode);
        Assert.Contains("iam:ListAccountAliases (AccessDenied)", bad.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_while_it_collects_it_leaves_nothing()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        using var cancellation = new CancellationTokenSource();
        stub.On(ApiOperations.GetAccountSummary).Always(Play.Hang);

        var running = CollectRun.OfAsync(
            stub, new JumpingClock(), ["--output", folder.Path], cancellation: cancellation.Token);
        while (stub.RequestsOf(ApiOperations.GetAccountSummary).Count == 0)
            await Task.Delay(5);
        await cancellation.CancelAsync();
        var run = await running;

        Assert.Equal((130, ""), (run.ExitCode, run.Output));
        Assert.Contains("Cancelled: no snapshot was written.", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Cancelled_among_many_accounts_those_that_were_sealed_stay()
    {
        await using var stub = await AwsStub.StartAsync();
        using var folder = new TemporaryFolder();
        using var cancellation = new CancellationTokenSource();
        stub.Add(new ModelAccount("444455556666"));
        stub.Add(new ModelAccount("777788889999"));
        stub.Add(new ModelAccount("888899990000"));
        stub.On(ApiOperations.GetAccountSummary, "777788889999").Always(Play.Hang);

        var running = CollectRun.OfAsync(
            stub,
            new JumpingClock(),
            [
                "--role-name", "Reader", "--accounts", "444455556666,777788889999,888899990000", "--parallel", "1",
                "--output", folder.Path,
            ],
            cancellation: cancellation.Token);
        while (!stub.RequestsOf(ApiOperations.GetAccountSummary).Any(request => request.Account == "777788889999"))
            await Task.Delay(5);
        await cancellation.CancelAsync();
        var run = await running;

        Assert.Equal(130, run.ExitCode);
        Assert.Equal(["444455556666"], Directory.EnumerateDirectories(folder.Path).Select(Path.GetFileName));
        Assert.Single(run.Snapshots);
        Assert.Contains("777788889999  cancelled", run.Error, StringComparison.Ordinal);
        Assert.Contains("888899990000  not started", run.Error, StringComparison.Ordinal);
        Assert.Contains(
            "Nothing is left of what was being collected: 777788889999.", run.Error, StringComparison.Ordinal);
    }
}
