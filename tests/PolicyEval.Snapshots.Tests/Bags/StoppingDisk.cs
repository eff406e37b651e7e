using PolicyEval.Snapshots.Bags;

namespace PolicyEval.Snapshots.Tests.Bags;

/// <summary>A disk that fails at one step: once, or (as if the writer had been killed) from then on for ever.</summary>
internal sealed class StoppingDisk(int failingStep, bool isKilled, IOException? failure = null) : IBagDisk
{
    private readonly BagDisk _disk = new();

    /// <summary>How many steps there were.</summary>
    public int Steps { get; private set; }

    /// <summary>What a step does before it fails or not.</summary>
    public Action<int> BeforeStep { get; init; } = _ => { };

    public bool Exists(string path) => _disk.Exists(path);

    public void CreateFolder(string path)
    {
        Step();
        _disk.CreateFolder(path);
    }

    public Stream? CreateFile(string path)
    {
        Step();
        return _disk.CreateFile(path) is { } stream ? new StoppingStream(this, stream) : null;
    }

    public void Flush(Stream file)
    {
        Step();
        _disk.Flush(((StoppingStream)file).Inner);
    }

    public void MoveFolder(string from, string to)
    {
        Step();
        _disk.MoveFolder(from, to);
    }

    public void ReplaceFile(string from, string to)
    {
        Step();
        _disk.ReplaceFile(from, to);
    }

    public void DeleteFile(string path)
    {
        Step();
        _disk.DeleteFile(path);
    }

    public void DeleteFolder(string path)
    {
        Step();
        _disk.DeleteFolder(path);
    }

    private void Step()
    {
        Steps++;
        BeforeStep(Steps);
        if (Steps == failingStep || (isKilled && Steps > failingStep))
            throw failure ?? new IOException("stopped", 5);
    }

    /// <summary>Writes only half of what it fails at.</summary>
    private sealed class StoppingStream(StoppingDisk disk, Stream inner) : MemoryStream
    {
        public Stream Inner { get; } = inner;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Inner.Write(buffer[..(buffer.Length / 2)]);
            disk.Step();
            Inner.Write(buffer[(buffer.Length / 2)..]);
        }

        protected override void Dispose(bool disposing)
        {
            Inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
