using System.Security.Cryptography;

namespace PolicyEval.Benchmarks.Ways;

/// <summary>The floor: the bytes of a file, read and left alone, or hashed.</summary>
internal static class RawRead
{
    private const int BufferBytes = 1 << 20;

    /// <summary>Reads all bytes and returns how many.</summary>
    public static long Bytes(string path) => Each(path, _ => { });

    /// <summary>Reads all bytes and returns their digest, in lower-case hexadecimal digits.</summary>
    public static string Sha256(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Each(path, bytes => hash.AppendData(bytes));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static long Each(string path, Action<ReadOnlySpan<byte>> take)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var buffer = new byte[BufferBytes];
        var offset = 0L;
        while (RandomAccess.Read(file, buffer, offset) is > 0 and var read)
        {
            take(buffer.AsSpan(0, read));
            offset += read;
        }

        return offset;
    }
}
