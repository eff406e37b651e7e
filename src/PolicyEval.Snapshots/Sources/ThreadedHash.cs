using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace PolicyEval.Snapshots.Sources;

/// <summary>Hashes on a thread of its own, a few pieces behind.</summary>
internal sealed class ThreadedHash : PieceHash
{
    /// <summary>Pieces that wait at most: enough that neither thread waits for a single slow piece.</summary>
    private const int Waiting = 4;

    private readonly BlockingCollection<ArraySegment<byte>> _pieces = new(Waiting);
    private readonly ConcurrentQueue<byte[]> _free = new();
    private readonly Task<byte[]> _hashing;

    public ThreadedHash() => _hashing = Task.Factory.StartNew(
        Hash, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public override byte[] Append(byte[] buffer, int count)
    {
        _pieces.Add(new ArraySegment<byte>(buffer, 0, count));
        return _free.TryDequeue(out var free) && free.Length >= buffer.Length ? free : new byte[buffer.Length];
    }

    public override byte[] Finish()
    {
        _pieces.CompleteAdding();
        return _hashing.GetAwaiter().GetResult();
    }

    /// <summary>Waits until the thread is at its end, so that none is left behind.</summary>
    public override void Dispose()
    {
        _pieces.CompleteAdding();
        _hashing.Wait();
        _pieces.Dispose();
    }

    private byte[] Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var piece in _pieces.GetConsumingEnumerable())
        {
            hash.AppendData(piece.AsSpan());
            _free.Enqueue(piece.Array!);
        }

        return hash.GetHashAndReset();
    }
}
