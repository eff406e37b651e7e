using System.Text;
using PolicyEval.Evaluation.Library;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Library;

public sealed class FolderFilesTests
{
    [Fact]
    public void A_file_that_cannot_be_read_is_a_diagnostic_and_the_others_are_read()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.PathOf("a.yaml"), folder.PathOf("gone"));
        File.WriteAllText(folder.PathOf("b.yaml"), "b");
        var diagnostics = new DiagnosticBag();
        var file = Assert.Single(FolderFiles.Read(folder.Path, FileKind.Policies, diagnostics));
        Assert.EndsWith("/b.yaml", file.Path, StringComparison.Ordinal);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("PE3001", diagnostic.Id);
        Assert.EndsWith("/a.yaml", diagnostic.Location.File, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_policy_files_is_a_warning()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("a.tests.yaml"), "");
        File.WriteAllText(folder.PathOf("notes.txt"), "");
        var diagnostics = new DiagnosticBag();
        Assert.Empty(FolderFiles.Read(folder.Path, FileKind.Policies, diagnostics));
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("PE3011", DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal([folder.Path], diagnostic.Arguments.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("---\n")]
    [InlineData("# nothing yet\n")]
    public void A_file_without_a_document_is_a_warning(string text)
    {
        using var folder = new TemporaryFolder();
        folder.Write("root-use.yaml", text);
        var diagnostic = Assert.Single(PolicyLibrary.Load(folder.Path).Diagnostics);
        Assert.Equal(("PE3012", DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Severity));
        Assert.EndsWith("root-use.yaml", diagnostic.Location.File, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "PE4085", "PE4062")]
    [InlineData("# nothing\n", "PE4085", "PE4062")]
    [InlineData("a\0b", "PE3004", "PE3004")]
    public void A_file_of_settings_or_waivers_that_says_nothing_is_an_error(string text, string settings, string waivers)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("policyeval.yaml", text);
        var policies = PolicyLibrary.Load();
        foreach (var read in new[] { PolicySettings.Load(path, null, policies), PolicySettings.Load(null, folder.Path, policies) })
            Assert.Equal((settings, true), (Assert.Single(read.Diagnostics).Id, read.HasErrors));
        var library = WaiverLibrary.Load([path], policies);
        Assert.Equal((waivers, true), (Assert.Single(library.Diagnostics).Id, library.HasErrors));
    }

    [Fact]
    public void A_file_of_policies_is_no_file_of_waivers()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("p.yaml", PolicyText.Of("p", "aws.iam.user", "user.mfa_active"));
        var library = WaiverLibrary.Load([path], PolicyLibrary.Load());
        Assert.Equal(("PE4062", true), (Assert.Single(library.Diagnostics).Id, library.HasErrors));
        var whole = WaiverLibrary.Load([folder.Path], PolicyLibrary.Load());
        Assert.Equal(("PE4061", false), (Assert.Single(whole.Diagnostics).Id, whole.HasErrors));
    }

    [Fact]
    public void Links_to_files_are_followed_and_links_to_folders_are_not()
    {
        using var folder = new TemporaryFolder();
        folder.Write("real/a.yaml", "a");
        foreach (var name in (string[])["loop", "loop2", "real/loop"])
            Directory.CreateSymbolicLink(folder.PathOf(name), folder.Path);
        File.CreateSymbolicLink(folder.PathOf("b.yaml"), folder.PathOf("real/a.yaml"));
        var diagnostics = new DiagnosticBag();
        var files = FolderFiles.Read(folder.Path, FileKind.Policies, diagnostics);
        Assert.Equal(
            ["b.yaml a", "real/a.yaml a"],
            files.Select(f => $"{f.Path[(folder.Path.Length + 1)..]} {Encoding.UTF8.GetString(f.Bytes)}"));
        Assert.Empty(diagnostics);
    }

    [Fact]
    public void What_has_no_length_is_read_and_a_device_has_an_end()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.PathOf("a.yaml"), "/dev/zero");
        folder.Write("b.yaml", "");
        var files = FolderFiles.Read(folder.Path, FileKind.Policies, new DiagnosticBag());
        Assert.Equal([true, false], files.Select(f => f.Bytes.Length is > 0 and < 1_000_000));
        Assert.Equal("PE3004", Assert.Single(PolicyLibrary.Load(folder.Path).Diagnostics, d => d.Severity == DiagnosticSeverity.Error).Id);
    }

    [Fact]
    public void Files_are_in_ordinal_order_of_their_paths_at_any_depth()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("b"));
        foreach (var name in (string[])["c.yml", "b/a.yaml", "B.yaml"])
            File.WriteAllText(folder.PathOf(name), "");
        var files = FolderFiles.Read(folder.Path, FileKind.Policies, new DiagnosticBag());
        Assert.Equal(
            ["B.yaml", "b/a.yaml", "c.yml"], files.Select(f => f.Path[(folder.Path.Length + 1)..]));
    }
}
