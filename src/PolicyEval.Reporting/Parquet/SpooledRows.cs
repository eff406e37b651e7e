using System.Buffers;

namespace PolicyEval.Reporting.Parquet;

/// <summary>The rows of a partition: the last ones in memory, those before them in blocks of a scratch file.</summary>
/// <param name="snapshot">The digest of their snapshot.</param>
/// <param name="account">Their account, or empty.</param>
internal sealed class SpooledRows(string snapshot, string account)
{
    /// <summary>The digest of their snapshot.</summary>
    public string Snapshot => snapshot;

    /// <summary>Their account, or empty.</summary>
    public string Account => account;

    /// <summary>Where each block begins in the scratch file, and how many bytes it has when it is unpacked.</summary>
    public List<(long Offset, int Length)> Blocks { get; } = [];

    /// <summary>Those in memory.</summary>
    public ArrayBufferWriter<byte> Held { get; private set; } = new();

    /// <summary>Lets go of those in memory, and of the memory: most partitions get few more, or none.</summary>
    public void LetGo() => Held = new();
}
