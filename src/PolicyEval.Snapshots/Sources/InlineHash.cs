using System.Security.Cryptography;

namespace PolicyEval.Snapshots.Sources;

/// <summary>Hashes on the thread that brings the pieces.</summary>
internal sealed class InlineHash : PieceHash
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public override byte[] Append(byte[] buffer, int count)
    {
        _hash.AppendData(buffer, 0, count);
        return buffer;
    }

    public override byte[] Finish() => _hash.GetHashAndReset();

    public override void Dispose() => _hash.Dispose();
}
