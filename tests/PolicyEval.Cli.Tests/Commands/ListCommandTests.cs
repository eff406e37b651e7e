using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

public sealed class ListCommandTests
{
    [Fact]
    public void Policies_stand_with_their_controls_and_frameworks_with_their_size()
    {
        var run = CliRun.Of("list");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.Matches(@"(?m)^  root-access-key-absent +high +aws\.iam\.root$", run.Output);
        Assert.Contains("cis_v130/1.4\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("55 controls, 8 with a policy", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_adds_its_own()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine.yaml", PolicyText.Of("mine", "!root.access_key_1_active"));

        var run = CliRun.Of("list", "--policies", folder.Path);

        Assert.Matches(@"(?m)^  mine +high +aws\.iam\.root$", run.Output);
        Assert.Contains("root-access-key-absent", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_policies_are_unusable_input()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine.yaml", PolicyText.Of("mine", "!root."));

        var run = CliRun.Of("list", "--policies", folder.Path);

        Assert.Equal(3, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("mine.yaml:9:", run.Error, StringComparison.Ordinal);
    }
}
