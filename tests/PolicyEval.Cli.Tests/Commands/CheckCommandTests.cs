using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

public sealed class CheckCommandTests
{
    [Fact]
    public void The_bundled_policies_have_no_mistake()
    {
        var run = CliRun.Of("check");

        Assert.Equal("8 policies, 1 framework: 0 errors, 0 warnings\n", run.Output);
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
}
