using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PolicyEval.Snapshots.Cells;

/// <summary>Where the bytes that matter to CSV stand among 64 bytes: bit i is for byte i.</summary>
internal struct ByteMasks
{
    /// <summary>How many bytes are looked at together.</summary>
    public const int Width = 64;

    public ulong Comma;
    public ulong LineFeed;
    public ulong Quote;
    public ulong CarriageReturn;

    /// <summary>Not zero where a byte is no ASCII, NUL or a carriage return.</summary>
    public ulong Odd;

    /// <summary>The masks of the bytes from a place on. All 64 must be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteMasks Of(ref byte first)
    {
        if (Vector512.IsHardwareAccelerated)
            return Of(Vector512.LoadUnsafe(ref first));
        if (Vector256.IsHardwareAccelerated)
        {
            var low = Of(Vector256.LoadUnsafe(ref first));
            low.Join(Of(Vector256.LoadUnsafe(ref first, 32)), 32);
            return low;
        }

        var joined = Of(Vector128.LoadUnsafe(ref first));
        joined.Join(Of(Vector128.LoadUnsafe(ref first, 16)), 16);
        joined.Join(Of(Vector128.LoadUnsafe(ref first, 32)), 32);
        joined.Join(Of(Vector128.LoadUnsafe(ref first, 48)), 48);
        return joined;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Join(in ByteMasks other, int shift)
    {
        Comma |= other.Comma << shift;
        LineFeed |= other.LineFeed << shift;
        Quote |= other.Quote << shift;
        CarriageReturn |= other.CarriageReturn << shift;
        Odd |= other.Odd;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ByteMasks Of(Vector512<byte> bytes)
    {
        var returns = Vector512.Equals(bytes, Vector512.Create((byte)'\r'));
        return new ByteMasks
        {
            Comma = Vector512.Equals(bytes, Vector512.Create((byte)',')).ExtractMostSignificantBits(),
            LineFeed = Vector512.Equals(bytes, Vector512.Create((byte)'\n')).ExtractMostSignificantBits(),
            Quote = Vector512.Equals(bytes, Vector512.Create((byte)'"')).ExtractMostSignificantBits(),
            CarriageReturn = returns.ExtractMostSignificantBits(),
            Odd = (bytes | returns | Vector512.Equals(bytes, Vector512<byte>.Zero)).ExtractMostSignificantBits(),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ByteMasks Of(Vector256<byte> bytes)
    {
        var returns = Vector256.Equals(bytes, Vector256.Create((byte)'\r'));
        return new ByteMasks
        {
            Comma = Vector256.Equals(bytes, Vector256.Create((byte)',')).ExtractMostSignificantBits(),
            LineFeed = Vector256.Equals(bytes, Vector256.Create((byte)'\n')).ExtractMostSignificantBits(),
            Quote = Vector256.Equals(bytes, Vector256.Create((byte)'"')).ExtractMostSignificantBits(),
            CarriageReturn = returns.ExtractMostSignificantBits(),
            Odd = (bytes | returns | Vector256.Equals(bytes, Vector256<byte>.Zero)).ExtractMostSignificantBits(),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ByteMasks Of(Vector128<byte> bytes)
    {
        var returns = Vector128.Equals(bytes, Vector128.Create((byte)'\r'));
        return new ByteMasks
        {
            Comma = Vector128.Equals(bytes, Vector128.Create((byte)',')).ExtractMostSignificantBits(),
            LineFeed = Vector128.Equals(bytes, Vector128.Create((byte)'\n')).ExtractMostSignificantBits(),
            Quote = Vector128.Equals(bytes, Vector128.Create((byte)'"')).ExtractMostSignificantBits(),
            CarriageReturn = returns.ExtractMostSignificantBits(),
            Odd = (bytes | returns | Vector128.Equals(bytes, Vector128<byte>.Zero)).ExtractMostSignificantBits(),
        };
    }
}
