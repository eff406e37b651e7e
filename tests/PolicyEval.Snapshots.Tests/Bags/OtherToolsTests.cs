using System.Diagnostics;
using PolicyEval.Snapshots.Bags;

namespace PolicyEval.Snapshots.Tests.Bags;

/// <summary>What people without this program use: they see the same snapshot.</summary>
public sealed class OtherToolsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ToolFact("sha256sum")]
    public void Sha256sum_verifies_a_folder_and_finds_a_change()
    {
        var bag = _folder.Write(BagForm.Folder);
        string[] arguments = ["-c", "--strict", "--quiet", "manifest-sha256.txt", "tagmanifest-sha256.txt"];
        Assert.Equal((0, ""), Run(bag, "sha256sum", arguments));

        File.AppendAllText(Path.Combine(bag, "snapshot.json"), "\n");
        Assert.Equal((1, "snapshot.json: FAILED\n"), Run(bag, "sha256sum", arguments));
    }

    [ToolFact("unzip")]
    public void Unzip_tests_the_zip_and_unpacks_the_folder()
    {
        var zip = _folder.Write(BagForm.Zip);
        var (exit, text) = Run(_folder.Path, "unzip", ["-t", zip]);
        Assert.Equal(0, exit);
        Assert.Contains("No errors detected", text, StringComparison.Ordinal);

        Assert.Equal(0, Run(_folder.Path, "unzip", ["-q", zip]).Exit);
        Assert.Equal(SampleBag.Sealed.Digest, SampleBag.Check(Path.Combine(_folder.Path, SampleBag.Name)).Digest);
    }

    [ToolFact("python3")]
    public void Python_reads_the_zip_and_zips_one_that_is_read()
    {
        const string Program = """
            import sys, zipfile
            old = zipfile.ZipFile(sys.argv[1])
            assert old.testzip() is None
            with zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED) as new:
                for name in old.namelist():
                    new.writestr(name, old.read(name))
            print(len(old.namelist()))
            """;
        var again = Path.Combine(_folder.Path, "again.zip");
        Assert.Equal((0, "10\n"), Run(_folder.Path, "python3", ["-c", Program, _folder.Write(BagForm.Zip), again]));
        Assert.Equal(SampleBag.Sealed.Digest, SampleBag.Check(again).Digest);
    }

    [ToolFact("zip")]
    public void A_zip_of_Info_ZIP_is_read()
    {
        _folder.Write(BagForm.Folder);
        Assert.Equal(0, Run(_folder.Path, "zip", ["-q", "-r", "again.zip", SampleBag.Name]).Exit);
        Assert.Equal(SampleBag.Sealed.Digest, SampleBag.Check(Path.Combine(_folder.Path, "again.zip")).Digest);
    }

    private static (int Exit, string Text) Run(string folder, string tool, string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode > 1 ? text + errors.Result : text);
    }
}
