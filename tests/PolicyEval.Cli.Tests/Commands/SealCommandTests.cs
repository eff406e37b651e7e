using System.Text.RegularExpressions;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

public sealed class SealCommandTests : IDisposable
{
    private static readonly string Evidence = Repository.PathOf("snapshots", "well-kept");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Evidence_by_hand_is_marked_and_evaluates_as_before()
    {
        Assert.Equal((0, ""), Seal(Evidence));
        var path = _folder.PathOf("111122223333/2026-06-01T073000Z");

        var verified = CliRun.Of("verify", path);
        Assert.Equal(2, verified.ExitCode);
        Assert.Contains(
            "ASSERTED     by Audit team, 2026-06-01T07:30:00Z: gathered by hand\n", verified.Output,
            StringComparison.Ordinal);
        Assert.Contains("Note         from the console\n", verified.Output, StringComparison.Ordinal);

        var bare = CliRun.Of("evaluate", Evidence);
        var evaluated = CliRun.Of("evaluate", path);
        Assert.Equal(bare.ExitCode, evaluated.ExitCode);
        Assert.Equal(Findings(bare.Output), Findings(evaluated.Output));
        Assert.Contains("ASSERTED by Audit team", evaluated.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("UNSEALED", evaluated.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_is_one_file_and_the_same_every_time()
    {
        Assert.Equal((0, ""), Seal(Evidence, "a", "--zip"));
        Assert.Equal((0, ""), Seal(Evidence, "b", "--zip"));

        var name = Path.Combine("111122223333", "2026-06-01T073000Z.zip");
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(_folder.PathOf("a"), name)),
            File.ReadAllBytes(Path.Combine(_folder.PathOf("b"), name)));
    }

    [Fact]
    public void It_can_be_signed_at_once()
    {
        var run = CliRun.With(
            TestKey.Passphrase, [.. Line(Evidence), "--sign-key", _folder.WritePrivate(TestKey.Alice, "alice")]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(0, CliRun.Of(
            "verify", _folder.PathOf("111122223333/2026-06-01T073000Z"), "--trusted-key",
            _folder.WritePublic(TestKey.Alice, "alice")).ExitCode);
    }

    [Fact]
    public void Where_standard_output_is_full_the_digest_of_the_written_snapshot_is_said()
    {
        var run = ProgramRun.Start("sh", ["-c", "\"$0\" \"$@\" >/dev/full", ProgramRun.Program, .. Line(Evidence)], []);

        Assert.Equal(3, run.ExitCode);
        var verified = CliRun.Of("verify", _folder.PathOf("111122223333/2026-06-01T073000Z"));
        var said = Regex.Match(run.Error, ": warning PE4182: this is written whole, and its digest is ([0-9a-f]{64})\n");
        Assert.True(said.Success, run.Error);
        Assert.Contains(said.Groups[1].Value, verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_that_is_there_is_not_overwritten()
    {
        Assert.Equal((0, ""), Seal(Evidence));
        var (exitCode, error) = Seal(Evidence);

        Assert.Equal(3, exitCode);
        Assert.Contains("PE6070", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PE6010", "")]
    [InlineData("PE6040", "a,b\n1,2\n")]
    public void Evidence_that_evaluate_cannot_read_is_refused(string id, string text)
    {
        var (exitCode, error) = Seal(_folder.Write("report.csv", text));

        Assert.Equal(3, exitCode);
        Assert.Contains(id, error, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_sealed_snapshot_is_not_sealed_again()
    {
        Seal(Evidence);
        var (exitCode, error) = Seal(_folder.PathOf("111122223333/2026-06-01T073000Z"));

        Assert.Equal(3, exitCode);
        Assert.Contains("PE6136", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_does_not_open_seals_nothing()
    {
        var run = CliRun.With(
            "wrong", [.. Line(Evidence), "--sign-key", _folder.WritePrivate(TestKey.Alice, "alice")]);

        Assert.Equal(3, run.ExitCode);
        Assert.Empty(Directory.GetDirectories(_folder.Path));
    }

    private (int ExitCode, string Error) Seal(string evidence, string folder = "", params string[] more)
    {
        var run = CliRun.Of([.. Line(evidence, folder), .. more]);
        return (run.ExitCode, run.Error);
    }

    private string[] Line(string evidence, string folder = "") =>
    [
        "seal", evidence, "--asserted-by", "Audit team", "--asserted-at", "2026-06-01T09:30:00+02:00", "--note",
        "from the console", "--output", Path.Combine(_folder.Path, folder),
    ];

    private static string Findings(string report) => report[report.IndexOf("Control  Outcome", StringComparison.Ordinal)..];
}
