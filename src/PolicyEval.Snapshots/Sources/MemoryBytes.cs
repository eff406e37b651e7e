using System.Runtime.InteropServices;

namespace PolicyEval.Snapshots.Sources;

/// <summary>Bytes in memory.</summary>
internal sealed class MemoryBytes(ReadOnlyMemory<byte> memory) : ByteStore
{
    private readonly ArraySegment<byte> _bytes =
        MemoryMarshal.TryGetArray(memory, out var array) ? array : memory.ToArray();

    public override long Length => _bytes.Count;

    public override ArraySegment<byte>? Memory => _bytes;

    public override ArraySegment<byte> Read(long offset, int count, ref byte[] buffer) =>
        _bytes.Slice((int)offset, (int)Math.Min(count, _bytes.Count - offset));
}
