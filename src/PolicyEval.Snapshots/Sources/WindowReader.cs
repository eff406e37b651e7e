using System.Security.Cryptography;

namespace PolicyEval.Snapshots.Sources;

/// <summary>
/// Goes through a file window by window, and hashes what was gone through: beside the work on the windows, where there
/// are two threads, because the hash takes as long as all checks together.
/// </summary>
internal sealed class WindowReader : IDisposable
{
    /// <summary>Below it, a second thread costs more than it gives.</summary>
    private const int WorthAThread = 1 << 20;

    private readonly ByteStore _bytes;
    private readonly PieceHash? _pieces;
    private readonly Task<byte[]>? _whole;
    private byte[] _buffer = [];

    /// <param name="bytes">The file.</param>
    /// <param name="threads">How many threads may work, this one included.</param>
    public WindowReader(ByteStore bytes, int threads)
    {
        _bytes = bytes;
        if (bytes.Memory is null)
            _pieces = threads > 1 ? new ThreadedHash() : new InlineHash();
        else if (threads > 1 && bytes.Length >= WorthAThread)
            _whole = Task.Run(() => SHA256.HashData(bytes.Memory.Value));
    }

    /// <summary>Bytes of the file, good until <see cref="Pass"/>.</summary>
    public ArraySegment<byte> Read(long offset, int count) => _bytes.Read(offset, count, ref _buffer);

    /// <summary>
    /// Says that the first bytes of the window are done with. Each byte of the file has to be passed once, in order.
    /// </summary>
    public void Pass(int count)
    {
        if (_pieces is not null && count > 0)
            _buffer = _pieces.Append(_buffer, count);
    }

    /// <summary>The sha256 of all that was passed, in lower-case hexadecimal digits.</summary>
    public string Sha256() => Convert.ToHexStringLower(
        _pieces is not null ? _pieces.Finish()
        : _whole is not null ? _whole.GetAwaiter().GetResult()
        : SHA256.HashData(_bytes.Memory!.Value));

    public void Dispose() => _pieces?.Dispose();
}
