using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

public sealed class CompileCommandTests
{
    private static readonly string[] Duck = ["compile", "--target", "sql", "--dialect", "duckdb"];

    [Fact]
    public void The_statement_goes_to_standard_output_and_what_is_left_out_to_standard_error()
    {
        var run = CliRun.Of([.. Duck, "--as-of-column", "generated_time"]);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("-- policyeval ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"generated_time\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("'cis_v130/1.14'", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(';', run.Output);
        Assert.Contains("warning PE4190: password-policy-length is left out", run.Error, StringComparison.Ordinal);
        Assert.Contains("warning PE4191: root-hardware-mfa is left out", run.Error, StringComparison.Ordinal);
        Assert.Equal(run.Output, CliRun.Of([.. Duck, "--as-of-column", "generated_time"]).Output);
    }

    [Fact]
    public void Rules_are_chosen_as_other_commands_do_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine/p.yaml", PolicyText.Of("my-rule", "root.mfa_active"));

        var run = CliRun.Of(
        [
            .. Duck, "--policies", folder.PathOf("mine"), "--policy", "my-rule", "--policy", "access-key-rotation",
            "--set", "access-key-rotation.maxAgeDays=30", "--framework", "cis_v140", "--as-of", "2026-03-01",
            "--table", "audit.reports",
        ]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("FROM \"audit\".\"reports\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("'my-rule'", run.Output, StringComparison.Ordinal);
        Assert.Contains("'cis_v140/1.14'", run.Output, StringComparison.Ordinal);
        Assert.Contains("maxAgeDays=30 (changed by --set from 90)", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("console-user-mfa", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64, "PE4192", "--policy", "password-policy-length")]
    [InlineData(64, "PE4198", "--dialect", "oracle")]
    [InlineData(64, "PE4196", "--absent-column", "user")]
    [InlineData(64, "PE4194", "--as-of", "2026-03-01", "--as-of-column", "t")]
    [InlineData(64, "PE4002", "--policy", "no-such-policy")]
    [InlineData(64, "--target takes sql, not 'graphql'", "--target", "graphql")]
    [InlineData(3, "PE", "--policies", "no-such-folder")]
    public void What_cannot_be_compiled_is_refused_without_a_statement(int exitCode, string said, params string[] more)
    {
        var replaced = Duck.Skip(1).Chunk(2).Where(option => option[0] != more[0]).SelectMany(option => option);

        var run = CliRun.Of(["compile", .. replaced, .. more]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Target_and_dialect_have_to_be_named()
    {
        Assert.Equal(64, CliRun.Of("compile", "--dialect", "duckdb").ExitCode);
        Assert.Equal(64, CliRun.Of("compile", "--target", "sql").ExitCode);
    }
}
