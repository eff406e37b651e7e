using PolicyEval.Collector.Tests.Support;
using PolicyEval.Testing;

namespace PolicyEval.Collector.Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData("PE4202", "--frobnicate")]
    [InlineData("PE4202", "iam-policy|--accounts|111122223333")]
    [InlineData("PE4203", "collect")]
    [InlineData("PE4204", "--organization")]
    [InlineData("PE4204", "--accounts|111122223333")]
    [InlineData("PE4204", "--role-name|Reader")]
    [InlineData("PE4204", "--external-id|some-id")]
    [InlineData("PE4204", "--session-name|nightly")]
    [InlineData("PE4204", "--parallel|4")]
    [InlineData("PE4204", "--passphrase-file|p.txt")]
    [InlineData("PE4204", "iam-policy|--organization")]
    [InlineData("PE4204", "iam-policy|--external-id|nightly")]
    [InlineData("PE4205", "--role-name|Reader|--organization|--accounts|111122223333")]
    [InlineData("PE4205", "iam-policy|--trust|arn:aws:iam::111122223333:root|--role-name|Reader")]
    [InlineData("PE4205", "iam-policy|--trust|arn:aws:iam::111122223333:root|--organization")]
    [InlineData("PE4206", "iam-policy|--trust|111122223333")]
    [InlineData("PE4206", "iam-policy|--trust|*")]
    [InlineData("PE4206", "iam-policy|--trust|arn:aws:iam::111122223333:role/*")]
    [InlineData("PE4206", "iam-policy|--trust|arn:aws:iam::1111:root")]
    [InlineData("PE4206", "iam-policy|--trust|arn:aws:iam::111122223333:group/Auditors")]
    [InlineData("PE4206", "iam-policy|--trust|arn:aws:s3:::bucket")]
    [InlineData("PE4206", "iam-policy|--trust|arn:aws:sts::111122223333:assumed-role/Auditor")]
    [InlineData("PE4206", "iam-policy|--trust|arn:aws:iam::111122223333:root|--region|cn-north-1")]
    [InlineData("PE4206", "iam-policy|--trust|arn:aws:iam::111122223333:root|--external-id|a b")]
    [InlineData("PE4206", "--role-name|Read er|--organization")]
    [InlineData("PE4206", "--role-name|arn:aws:iam::111122223333:role/Reader|--organization")]
    [InlineData("PE4206", "--role-name|Reader*|--organization")]
    [InlineData("PE4206", "--role-name|Reader|--organization|--session-name|a b")]
    [InlineData("PE4206", "--role-name|Reader|--organization|--external-id|a b")]
    [InlineData("PE4206", "--role-name|Reader|--organization|--parallel|0")]
    [InlineData("PE4206", "--role-name|Reader|--organization|--parallel|65")]
    [InlineData("PE4206", "--report-timeout|0")]
    [InlineData("PE4206", "--report-timeout|5m")]
    [InlineData("PE4206", "--region|europe")]
    [InlineData("PE4206", "iam-policy|--region|europe")]
    [InlineData("PE4201", "--endpoint-url|http://iam.example.com")]
    [InlineData("PE4201", "--endpoint-url|iam.example.com")]
    [InlineData("PE4201", "--output")]
    [InlineData("PE4201", "--output|--zip")]
    [InlineData("PE4201", "--output|a|--output|b")]
    [InlineData("PE4201", "--zip=yes")]
    [InlineData("PE4201", "--role-name|Reader|--accounts|")]
    public async Task Wrong_usage_is_named_with_a_way_out(string id, string line)
    {
        var run = await CollectRun.OfAsync(line.Split('|'));

        Assert.Equal(64, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains($"error {id}: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("  help: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--organisation", "--organization")]
    [InlineData("--acounts", "--accounts")]
    [InlineData("--endpoint", "--endpoint-url")]
    [InlineData("iam-polcy", "iam-policy")]
    public async Task A_mistyped_name_gets_a_suggestion(string written, string meant)
    {
        var run = await CollectRun.OfAsync(written);

        Assert.Equal(64, run.ExitCode);
        Assert.Contains($"did you mean '{meant}'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_external_id_is_not_repeated()
    {
        var run = await CollectRun.OfAsync(
            "--role-name", "Reader", "--organization", "--external-id", "top secret");

        Assert.DoesNotContain("top secret", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://user:pa55w0rd@127.0.0.1:1/", "'http://127.0.0.1:1/'")]
    [InlineData("http://user:pa55w@rd/pa55w0rd@127.0.0.1:1", "'http://127.0.0.1:1'")]
    [InlineData("user:pa55w0rd@127.0.0.1", "'127.0.0.1'")]
    public async Task The_password_of_an_address_is_not_repeated(string address, string shown)
    {
        var run = await CollectRun.OfAsync("--endpoint-url", address);

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("error PE4201: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(shown, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("pa55w", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("one\ntwo\n")]
    [InlineData(null)]
    public async Task A_passphrase_file_that_cannot_be_used_is_named_and_not_the_key(string? content)
    {
        using var folder = new TemporaryFolder();
        var key = folder.Write("k.key.pem", "never read");
        var passphrase = folder.Write("passphrase", content ?? new string('x', 10_000_000));

        var run = await CollectRun.OfAsync("--sign-key", key, "--passphrase-file", passphrase);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("error PE4217: ", run.Error, StringComparison.Ordinal);
        Assert.Contains($"'{passphrase}'", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("k.key.pem", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("keygen", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_that_cannot_be_written_is_found_before_AWS_is_asked()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("file", "");

        var run = await CollectRun.OfAsync("--output", Path.Combine(file, "below"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("error PE4211: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-file")]
    [InlineData("not-a-key")]
    public async Task A_signing_key_that_cannot_be_used_is_found_before_AWS_is_asked(string name)
    {
        using var folder = new TemporaryFolder();
        folder.Write("not-a-key", "hello");
        var passphrase = folder.Write("passphrase", "secret\n");

        var run = await CollectRun.OfAsync(
            "--sign-key", folder.PathOf(name), "--passphrase-file", passphrase, "--output", folder.PathOf("out"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("error PE4212: ", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.PathOf("out")));
    }

    [Fact]
    public async Task Control_characters_of_an_argument_do_not_reach_the_terminal()
    {
        var run = await CollectRun.OfAsync("\u001b[2Jwipe");

        Assert.Equal(64, run.ExitCode);
        Assert.DoesNotContain('\u001b', run.Error);
        Assert.Contains("\\u{1b}", run.Error, StringComparison.Ordinal);
    }
}
