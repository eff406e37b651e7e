using System.Xml.Linq;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

/// <summary><c>policyeval test</c>.</summary>
public sealed class TestCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_bundled_tests_pass()
    {
        var run = CliRun.Of("test");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("0 failed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_of_policies_is_tested_by_its_own_files()
    {
        var run = CliRun.Of("test", Repository.PathOf("policies"));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(CliRun.Of("test").Output, run.Output);
    }

    [Theory]
    [InlineData("{ outcome: pass }", 0)]
    [InlineData("{ outcome: fail }", 1)]
    [InlineData("{ outcome: fails }", 3)]
    [InlineData("[]\n      row: { arn: nonsense }", 3)]
    public void The_exit_code_says_what_became_of_the_tests(string expect, int exitCode) =>
        Assert.Equal(exitCode, CliRun.Of("test", Folder(expect)).ExitCode);

    [Fact]
    public void Coverage_is_a_gate_where_it_is_asked_for()
    {
        var folder = Folder("{ outcome: pass }");

        Assert.Equal(0, CliRun.Of("test", folder, "--min-coverage", "1").ExitCode);
        var run = CliRun.Of("test", folder, "--min-coverage", "100", "--coverage");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("validation never false", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("less than 100 % of its branches covered\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PE4101", "--min-coverage", "101")]
    [InlineData("PE4101", "--min-coverage", "half")]
    [InlineData("PE4101", "--min-coverage", "90", "--case", "users")]
    [InlineData("PE4101", "--case", "no case is called so")]
    [InlineData("PE4002", "--policy", "root-us")]
    [InlineData("PE4100", "--format", "json")]
    [InlineData("PE4106", "--format", "console", "--format", "junit")]
    public void Wrong_usage_is_refused(string id, params string[] options)
    {
        var run = CliRun.Of(["test", .. options]);

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains(id, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void JUnit_goes_to_a_file_beside_the_console()
    {
        var file = _folder.PathOf("tests.xml");

        var run = CliRun.Of("test", Folder("{ outcome: fail }"), "--format", "console", "--format", $"junit={file}");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("FAIL  root-use: 1 case", run.Output, StringComparison.Ordinal);
        Assert.Equal("1", XDocument.Load(file).Root!.Attribute("failures")!.Value);
    }

    [Fact]
    public void A_report_never_replaces_a_file_of_tests() =>
        Assert.Contains(
            "PE4108",
            CliRun.Of("test", Folder("[]"), "--format", $"junit={_folder.PathOf("a.tests.yaml")}").Error,
            StringComparison.Ordinal);

    [Fact]
    public void A_filter_runs_what_it_names()
    {
        var run = CliRun.Of("test", "--policy", "one-active-access-key", "--case", "two active keys fail");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 policy, 2 cases: 2 passed, 0 failed", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("without tests", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bundled_policy_whose_tests_are_elsewhere_is_not_passed_over()
    {
        var run = CliRun.Of("test", Folder("{ outcome: pass }"), "--policy", "root-use", "--policy", "root-mfa-enabled");

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains("no tests of 'root-mfa-enabled'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_run_leaves_no_file()
    {
        var file = _folder.PathOf("tests.xml");

        var run = CliRun.Of(
            ["test", "--format", $"junit={file}"], input: null, cancellationToken: new CancellationToken(true));

        Assert.Equal(130, run.ExitCode);
        Assert.False(File.Exists(file));
    }

    private string Folder(string expect)
    {
        File.WriteAllText(_folder.PathOf("a.tests.yaml"), $"""
            apiVersion: policyeval/v1
            kind: PolicyTests
            metadata:
              name: root-use
            spec:
              cases:
                - name: a case
                  expect: {expect}
            """);
        return _folder.Path;
    }
}
