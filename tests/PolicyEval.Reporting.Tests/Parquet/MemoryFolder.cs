using PolicyEval.Testing;

namespace PolicyEval.Reporting.Tests.Parquet;

/// <summary>A folder for a report that remembers what was written to it.</summary>
internal sealed class MemoryFolder : IReportFolder
{
    private readonly Dictionary<string, MemoryStream> _files = new(StringComparer.Ordinal);

    /// <summary>The paths of the files, sorted.</summary>
    public string[] Paths => [.. _files.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The scratch file, if there was one.</summary>
    public MemoryStream? Scratch { get; private set; }

    /// <summary>How many bytes the scratch file had when it was largest.</summary>
    public long ScratchMax { get; private set; }

    /// <summary>The bytes of a file.</summary>
    public byte[] this[string path] => _files[path].ToArray();

    public Stream Create(string path)
    {
        ScratchMax = Math.Max(ScratchMax, Scratch?.Length ?? 0);
        var stream = new MemoryStream();
        _files.Add(path, stream);
        return stream;
    }

    public Stream CreateScratch() => Scratch = Scratch is null
        ? new MemoryStream()
        : throw new InvalidOperationException("There is a scratch file already.");

    /// <summary>Writes the files to disk, below <c>results</c>.</summary>
    public void WriteTo(TemporaryFolder folder)
    {
        foreach (var path in Paths)
            folder.Write($"results/{path}", this[path]);
    }
}
