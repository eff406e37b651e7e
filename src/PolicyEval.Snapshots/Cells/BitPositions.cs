using System.Numerics;
using System.Runtime.CompilerServices;

namespace PolicyEval.Snapshots.Cells;

/// <summary>Writes where the bits of a mask are set.</summary>
internal static class BitPositions
{
    private const int Step = 8;

    /// <summary>Writes the positions and says how many there are.</summary>
    /// <param name="bits">The mask.</param>
    /// <param name="offset">What is added to each position.</param>
    /// <param name="target">
    /// Where they are written. There must be room for 64, as more may be written than there are.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(ulong bits, int offset, ref int target)
    {
        var count = BitOperations.PopCount(bits);
        // By eights, without looking how many are left: a branch that is foretold wrongly costs more than four of them.
        bits = WriteStep(bits, offset, ref target);
        if (count > Step)
        {
            bits = WriteStep(bits, offset, ref Unsafe.Add(ref target, Step));
            for (var next = 2 * Step; bits != 0; next++)
            {
                Unsafe.Add(ref target, next) = offset + BitOperations.TrailingZeroCount(bits);
                bits &= bits - 1;
            }
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong WriteStep(ulong bits, int offset, ref int target)
    {
        target = offset + BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        Unsafe.Add(ref target, 1) = offset + BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        Unsafe.Add(ref target, 2) = offset + BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        Unsafe.Add(ref target, 3) = offset + BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        Unsafe.Add(ref target, 4) = offset + BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        Unsafe.Add(ref target, 5) = offset + BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        Unsafe.Add(ref target, 6) = offset + BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        Unsafe.Add(ref target, 7) = offset + BitOperations.TrailingZeroCount(bits);
        return bits & (bits - 1);
    }
}
