using System.Text.Json.Nodes;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

public sealed class CheckCommandTests
{
    [Fact]
    public void The_bundled_policies_have_no_mistake()
    {
        var run = CliRun.Of("check");

        Assert.Matches(@"^\d+ policies, 16 frameworks: 0 errors, 0 warnings\n$", run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void A_mistake_is_shown_with_its_line_and_a_caret()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine.yaml", PolicyText.Of("mine", "!root.acess_key_1_active"));

        var run = CliRun.Of("check", folder.Path);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("mine.yaml:9:26: error PE2", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            """
             9 |     - expression: "!root.acess_key_1_active"
               |                          ^~~~~~~~~~~~~~~~~~
              did you mean 'access_key_1_active'?
            """,
            run.Output,
            StringComparison.Ordinal);
        Assert.EndsWith("1 policy, 0 frameworks: 1 error, 0 warnings\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_good_folder_is_counted_alone()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine.yaml", PolicyText.Of("mine", "!root.access_key_1_active"));

        var run = CliRun.Of("check", folder.Path);

        Assert.Equal("1 policy, 0 frameworks: 0 errors, 0 warnings\n", run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said_so()
    {
        using var folder = new TemporaryFolder();

        var run = CliRun.Of("check", folder.PathOf("absent"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("absent", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_goes_to_a_file_beside_the_console_also_with_errors()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine/mine.yaml", PolicyText.Of("mine", "!root.acess_key_1_active"));
        var file = folder.PathOf("check.sarif");

        var run = CliRun.Of("check", folder.PathOf("mine"), "--format", "console", "--format", $"sarif={file}");

        Assert.Equal((3, ""), (run.ExitCode, run.Error));
        Assert.Equal(CliRun.Of("check", folder.PathOf("mine")).Output, run.Output);
        var log = JsonNode.Parse(File.ReadAllText(file))!["runs"]![0]!;
        Assert.Equal("PE2003", (string?)log["results"]![0]!["ruleId"]);
        Assert.Equal(3, (int?)log["invocations"]![0]!["exitCode"]);
        Assert.Equal([file], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Files_are_named_without_the_folders_of_this_machine()
    {
        using var folder = new TemporaryFolder();
        var replacement = PolicyText.Of("root-access-key-absent", "!root.acess_key_1_active").Replace(
            "  validations:",
            "  params: { inactiveKey: { type: int, default: 1 } }\n  validations:",
            StringComparison.Ordinal);
        folder.Write("mine/sub/mine.yaml", replacement);

        var run = CliRun.Of("check", folder.PathOf("mine"), "--format", "sarif");

        // What bundled frameworks set is nothing that the policy in the place of the bundled one takes: said once.
        var log = JsonNode.Parse(run.Output)!["runs"]![0]!;
        Assert.Equal(
            [("sub/mine.yaml", "POLICIES"), ("policies/frameworks/aws_fsbp.yaml", "BUNDLED")],
            log["artifacts"]!.AsArray().Select(artifact =>
                ((string?)artifact!["location"]!["uri"], (string?)artifact["location"]!["uriBaseId"])));
        Assert.DoesNotContain(folder.Path, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Below_the_working_folder_files_are_named_from_there()
    {
        var name = $"check-{Guid.NewGuid()}";
        var folder = Directory.CreateDirectory(name);
        try
        {
            File.WriteAllText(Path.Combine(name, "a.yaml"), PolicyText.Of("mine", "root.mfa_active"));
            foreach (var path in new[] { name, "./" + name, folder.FullName })
            {
                var log = JsonNode.Parse(CliRun.Of("check", path, "--format", "sarif").Output)!["runs"]![0]!;
                var location = log["artifacts"]![0]!["location"]!;
                Assert.Equal($"{name}/a.yaml", (string?)location["uri"]);
                Assert.Equal("%SRCROOT%", (string?)location["uriBaseId"]);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Without_a_folder_the_log_lists_the_bundled_files()
    {
        var run = CliRun.Of("check", "--format", "sarif");

        var log = JsonNode.Parse(run.Output)!["runs"]![0]!;
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            Directory.GetFiles(Repository.PathOf("policies"), "*.yaml", SearchOption.AllDirectories)
                .Count(path => !path.EndsWith(".tests.yaml", StringComparison.Ordinal)),
            log["artifacts"]!.AsArray().Count);
        Assert.All(log["artifacts"]!.AsArray(), artifact =>
            Assert.Equal("BUNDLED", (string?)artifact!["location"]!["uriBaseId"]));
    }

    [Theory]
    [InlineData("PE4122", "--format", "json")]
    [InlineData("PE4106", "--format", "console", "--format", "sarif")]
    [InlineData("PE4101", "--format", "sarif=")]
    public void Wrong_usage_is_refused(string id, params string[] options)
    {
        var run = CliRun.Of(["check", .. options]);

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains(id, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_never_replaces_a_policy()
    {
        using var folder = new TemporaryFolder();
        var text = PolicyText.Of("mine", "root.mfa_active");
        var policy = folder.Write("mine.yaml", text);

        var run = CliRun.Of("check", folder.Path, "--format", $"sarif={policy}");

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("PE4108", run.Error, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(policy));
    }
}
