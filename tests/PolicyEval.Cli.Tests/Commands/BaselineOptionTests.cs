using System.Text.Json.Nodes;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

/// <summary><c>evaluate --baseline</c> and <c>--max-age</c>, from files to exit codes.</summary>
public sealed class BaselineOptionTests : IDisposable
{
    private const string Policy = "access-key-rotation";
    private const string Old = "2025-01-01T00:00:00Z";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_first_report_is_the_baseline_of_the_next()
    {
        var (first, second) = (_folder.PathOf("first.json"), _folder.PathOf("second.json"));
        Assert.Equal(1, Evaluate(["ann"], "--format", $"json={first}").ExitCode);
        Assert.Equal(0, Evaluate(["ann"], "--baseline", first).ExitCode);

        var run = Evaluate(["ann", "bob"], "--baseline", first, "--format", "console", "--format", $"json={second}");
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains("BASELINE     1 failure known from it", run.Output, StringComparison.Ordinal);
        Assert.Contains("ann (fail, known: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("bob (fail, NEW: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 failure at the gate (1 more are known)", run.Output, StringComparison.Ordinal);

        var report = JsonNode.Parse(File.ReadAllText(second))!;
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(first))),
            (string?)report["baseline"]!["sha256"]);
        Assert.Equal(1, (int)report["summary"]!["knownFailures"]!);

        // A report with a baseline is one itself.
        Assert.Equal(0, Evaluate(["ann", "bob"], "--baseline", second).ExitCode);
    }

    [Theory]
    [InlineData("PE4135", "nowhere.json")]
    [InlineData("PE4135", ".")]
    [InlineData("PE4130", "csv")]
    [InlineData("PE4012", "other")]
    public void What_is_no_baseline_is_unusable(string id, string which)
    {
        var other = _folder.PathOf("other.json");
        var csv = new CredentialReportText().Root("444455556666", "aws").ToString();
        CliRun.Of("evaluate", _folder.Write("other.csv", csv), "--as-of", "2026-03-01", "--policy", Policy, "--format", $"json={other}");
        var run = Evaluate(["ann"], "--baseline", which switch
        {
            "csv" => _folder.Write("b.csv", "user,arn\n"),
            "other" => other,
            _ => _folder.PathOf(which),
        });

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains($"error {id}: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_is_not_written_over_its_baseline()
    {
        var first = _folder.PathOf("first.json");
        Evaluate(["ann"], "--format", $"json={first}");
        var run = Evaluate(["ann"], "--baseline", first, "--format", $"json={first}");

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("error PE4108: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-02T06:12:45Z", 0, "Fresh        no evidence is older than 24h at 2026-03-02T06:12:45Z")]
    [InlineData("2026-03-02T06:12:46Z", 2, "TOO OLD      1 of 1 snapshot older than 24h at 2026-03-02T06:12:46Z")]
    public void Old_evidence_is_in_the_headline_and_the_exit_code(string now, int exitCode, string line)
    {
        var run = CliRun.Of(
            "evaluate", Repository.PathOf("snapshots", "well-kept"), "--policy", "root-access-key-absent", "--max-age", "24h", "--now", now);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Error));
        Assert.Contains(line, run.Output, StringComparison.Ordinal);
        Assert.Contains("1 pass", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_age_without_a_now_is_wrong_usage()
    {
        var run = Evaluate(["ann"], "--max-age", "24h");

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("error PE4017: ", run.Error, StringComparison.Ordinal);
    }

    private CliRun Evaluate(string[] users, params string[] options)
    {
        var csv = new CredentialReportText().Root();
        foreach (var user in users)
            csv.User(user, ("access_key_1_active", "true"), ("access_key_1_last_rotated", Old));
        return CliRun.Of([
            "evaluate", _folder.Write("credential-report.csv", csv.ToString()), "--as-of", "2026-03-01", "--policy", Policy, .. options]);
    }
}
