using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;

namespace PolicyEval.Snapshots.Sources;

/// <summary>
/// A hash of 64 bits for within the process: fast, and by a key that is drawn anew for each process, so that nobody can
/// prepare bytes that collide. It leaves no trace in any report.
/// </summary>
internal static class Fingerprint
{
    /// <summary>As many bytes as the key has: each byte of a piece meets its own part of the key.</summary>
    private const int Piece = 4096;

    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(Piece);

    /// <summary>The hash of any bytes.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        if (!Sse2.IsSupported)
            return OfShort(bytes);
        var hash = (ulong)bytes.Length;
        for (; bytes.Length >= Piece; bytes = bytes[Piece..])
            hash = Mix(hash ^ OfPiece(bytes[..Piece]), Word(Key));
        return Mix(hash ^ OfShort(bytes), Word(Key));
    }

    /// <summary>The hash of a few bytes; for many, <see cref="Of"/> is the faster one.</summary>
    public static ulong OfShort(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> key = Key;
        var hash = (ulong)bytes.Length ^ Word(key);
        for (; bytes.Length > 16; bytes = bytes[16..])
            hash = Mix(Word(bytes) ^ Word(key[8..]), Word(bytes[8..]) ^ hash);
        var (low, high) = bytes.Length >= 8 ? (Word(bytes), Word(bytes[^8..]))
            : bytes.Length >= 4 ? (Half(bytes), Half(bytes[^4..]))
            : bytes.Length > 0 ? (bytes[0] | ((ulong)bytes[bytes.Length >> 1] << 8) | ((ulong)bytes[^1] << 16), 0UL)
            : (0UL, 0UL);
        return Mix(low ^ Word(key[16..]), Mix(high ^ Word(key[24..]), hash));
    }

    /// <summary>
    /// Sums of products of half words, each with its part of the key added, as UMAC's NH has them; and the words
    /// themselves to the sum beside, so that what one product hides the other sum shows.
    /// </summary>
    private static ulong OfPiece(ReadOnlySpan<byte> bytes)
    {
        ref var first = ref MemoryMarshal.GetReference(bytes);
        ref var key = ref MemoryMarshal.GetArrayDataReference(Key);
        var (one, two) = (Vector128<ulong>.Zero, Vector128<ulong>.Zero);
        var (three, four) = (Vector128<ulong>.Zero, Vector128<ulong>.Zero);
        for (nuint at = 0; at < Piece; at += 64)
        {
            one = Add(one, ref first, ref key, at);
            two = Add(two, ref first, ref key, at + 16);
            three = Add(three, ref first, ref key, at + 32);
            four = Add(four, ref first, ref key, at + 48);
        }

        return Mix(Mix(one[0] ^ Word(Key), one[1]) ^ two[0], Mix(two[1] ^ Word(Key), three[0]) ^ three[1])
            ^ Mix(four[0] ^ Word(Key), four[1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Add(Vector128<ulong> sum, ref byte first, ref byte key, nuint at)
    {
        var bytes = Vector128.LoadUnsafe(ref first, at);
        var keyed = bytes.AsUInt32() + Vector128.LoadUnsafe(ref key, at).AsUInt32();
        var product = Sse2.Multiply(keyed, (keyed.AsUInt64() >> 32).AsUInt32());
        return sum + product + Vector128.Shuffle(bytes.AsUInt64(), Vector128.Create(1UL, 0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong left, ulong right) => Math.BigMul(left, right, out var low) ^ low;

    private static ulong Word(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64LittleEndian(bytes);

    private static ulong Half(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
