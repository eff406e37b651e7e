using System.Diagnostics;
using System.Text;

namespace PolicyEval.Benchmarks.Bags;

/// <summary>
/// The program <c>sha256sum</c> over all files of a folder, in two processes at a time, each of which is followed by
/// another one when its command line is done, as <c>xargs -P 2</c> does it. The output goes nowhere.
/// </summary>
internal static class Sha256Sum
{
    /// <summary>Hashes all files whose names, ended by NUL, stand in a file.</summary>
    /// <exception cref="InvalidOperationException">A file could not be read.</exception>
    public static void Run(string list)
    {
        const string Script = "xargs -0 -P 2 -s 100000 -a \"$1\" sha256sum -b > /dev/null";
        using var process = Process.Start("sh", ["-c", Script, "sh", list]);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"sha256sum ended in {process.ExitCode}.");
    }

    /// <summary>Writes the names of all files of a folder to a file; their number and bytes.</summary>
    public static (int Files, long Bytes) WriteList(string folder, string list)
    {
        var (files, bytes) = (0, 0L);
        using var names = File.Create(list);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            names.Write(Encoding.UTF8.GetBytes(file.FullName + '\0'));
            files++;
            bytes += file.Length;
        }

        return (files, bytes);
    }
}
