using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace PolicyEval.Snapshots.Sources;

/// <summary>
/// A hash of 64 bits for within the process: fast, and by a key that is drawn anew for each process, so that nobody can
/// prepare bytes that collide. It leaves no trace in any report.
/// </summary>
internal static class Fingerprint
{
    private static readonly ulong[] Key = NewKey();

    /// <summary>The hash of any bytes.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        ref var key = ref MemoryMarshal.GetArrayDataReference(Key);
        var (one, two, three, four) = (key, Unsafe.Add(ref key, 1), Unsafe.Add(ref key, 2), Unsafe.Add(ref key, 3));
        var rest = bytes;
        for (; rest.Length >= 64; rest = rest[64..])
        {
            one = Mix(Word(rest) ^ Unsafe.Add(ref key, 4), Word(rest[8..]) ^ one);
            two = Mix(Word(rest[16..]) ^ Unsafe.Add(ref key, 5), Word(rest[24..]) ^ two);
            three = Mix(Word(rest[32..]) ^ Unsafe.Add(ref key, 6), Word(rest[40..]) ^ three);
            four = Mix(Word(rest[48..]) ^ Unsafe.Add(ref key, 7), Word(rest[56..]) ^ four);
        }

        return Mix(one ^ two, three ^ Mix(four, (ulong)bytes.Length ^ key)) ^ OfShort(rest);
    }

    /// <summary>The hash of a few bytes; for many, <see cref="Of"/> is the faster one.</summary>
    public static ulong OfShort(ReadOnlySpan<byte> bytes)
    {
        ref var key = ref MemoryMarshal.GetArrayDataReference(Key);
        var hash = (ulong)bytes.Length ^ key;
        var rest = bytes;
        for (; rest.Length > 16; rest = rest[16..])
            hash = Mix(Word(rest) ^ Unsafe.Add(ref key, 1), Word(rest[8..]) ^ hash);
        var (low, high) = rest.Length >= 8 ? (Word(rest), Word(rest[^8..]))
            : rest.Length >= 4 ? (Half(rest), Half(rest[^4..]))
            : rest.Length > 0 ? (rest[0] | ((ulong)rest[rest.Length >> 1] << 8) | ((ulong)rest[^1] << 16), 0UL)
            : (0UL, 0UL);
        return Mix(low ^ Unsafe.Add(ref key, 2), Mix(high ^ Unsafe.Add(ref key, 3), hash));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong left, ulong right) => Math.BigMul(left, right, out var low) ^ low;

    private static ulong Word(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64LittleEndian(bytes);

    private static ulong Half(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    private static ulong[] NewKey()
    {
        var key = new ulong[8];
        RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(key.AsSpan()));
        return key;
    }
}
