namespace PolicyEval.Snapshots.Sources;

/// <summary>The bytes of a file by offset, in memory or not. Any number of threads may read.</summary>
internal abstract class ByteStore
{
    /// <summary>How many there are.</summary>
    public abstract long Length { get; }

    /// <summary>All of them where they are in memory; else null.</summary>
    public virtual ArraySegment<byte>? Memory => null;

    /// <summary>Gives bytes: in place where they are in memory, else in the buffer, which grows as it must.</summary>
    /// <param name="offset">The first byte.</param>
    /// <param name="count">How many; at the end of the file there are fewer.</param>
    /// <param name="buffer">Room, which belongs to the caller.</param>
    /// <exception cref="IOException">The operating system gives nothing.</exception>
    public abstract ArraySegment<byte> Read(long offset, int count, ref byte[] buffer);
}
