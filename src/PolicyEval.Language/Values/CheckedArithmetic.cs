namespace PolicyEval.Language.Values;

/// <summary>
/// Arithmetic on typed operands: what emitted code calls when it knows the types. Each method answers false where CEL
/// has an error (overflow, division by zero, out of range); <see cref="CelArithmetic"/> says which one it is.
/// </summary>
public static class CheckedArithmetic
{
    /// <summary><c>int + int</c>.</summary>
    public static bool TryAdd(long left, long right, out long result)
    {
        result = unchecked(left + right);
        return ((left ^ result) & (right ^ result)) >= 0;
    }

    /// <summary><c>int - int</c>.</summary>
    public static bool TrySubtract(long left, long right, out long result)
    {
        result = unchecked(left - right);
        return ((left ^ right) & (left ^ result)) >= 0;
    }

    /// <summary><c>int * int</c>.</summary>
    public static bool TryMultiply(long left, long right, out long result)
    {
        var high = Math.BigMul(left, right, out result);
        return high == result >> 63;
    }

    /// <summary><c>int / int</c>, truncated toward zero.</summary>
    public static bool TryDivide(long left, long right, out long result)
    {
        var possible = right != 0 && !(left == long.MinValue && right == -1);
        result = possible ? left / right : 0;
        return possible;
    }

    /// <summary><c>int % int</c>, with the sign of the dividend.</summary>
    public static bool TryModulo(long left, long right, out long result)
    {
        // int.min % -1 is 0 in mathematics but a fault of the processor's division: CEL calls it an overflow.
        var possible = right != 0 && !(left == long.MinValue && right == -1);
        result = possible ? left % right : 0;
        return possible;
    }

    /// <summary><c>-int</c>.</summary>
    public static bool TryNegate(long operand, out long result)
    {
        result = unchecked(-operand);
        return operand != long.MinValue;
    }

    /// <summary><c>uint + uint</c>.</summary>
    public static bool TryAdd(ulong left, ulong right, out ulong result)
    {
        result = unchecked(left + right);
        return result >= left;
    }

    /// <summary><c>uint - uint</c>.</summary>
    public static bool TrySubtract(ulong left, ulong right, out ulong result)
    {
        result = unchecked(left - right);
        return left >= right;
    }

    /// <summary><c>uint * uint</c>.</summary>
    public static bool TryMultiply(ulong left, ulong right, out ulong result) =>
        Math.BigMul(left, right, out result) == 0;

    /// <summary><c>uint / uint</c>.</summary>
    public static bool TryDivide(ulong left, ulong right, out ulong result)
    {
        result = right == 0 ? 0 : left / right;
        return right != 0;
    }

    /// <summary><c>uint % uint</c>.</summary>
    public static bool TryModulo(ulong left, ulong right, out ulong result)
    {
        result = right == 0 ? 0 : left % right;
        return right != 0;
    }

    /// <summary><c>duration + duration</c>.</summary>
    public static bool TryAdd(CelDuration left, CelDuration right, out CelDuration result)
    {
        var possible = TryAdd(left.Nanoseconds, right.Nanoseconds, out var sum);
        result = new CelDuration(sum);
        return possible;
    }

    /// <summary><c>duration - duration</c>.</summary>
    public static bool TrySubtract(CelDuration left, CelDuration right, out CelDuration result)
    {
        var possible = TrySubtract(left.Nanoseconds, right.Nanoseconds, out var difference);
        result = new CelDuration(difference);
        return possible;
    }

    /// <summary><c>timestamp + duration</c>; false outside years 1 to 9999.</summary>
    public static bool TryAdd(CelTimestamp left, CelDuration right, out CelTimestamp result) =>
        TryFromNanoseconds(Nanoseconds(left) + right.Nanoseconds, out result);

    /// <summary><c>timestamp - duration</c>; false outside years 1 to 9999.</summary>
    public static bool TrySubtract(CelTimestamp left, CelDuration right, out CelTimestamp result) =>
        TryFromNanoseconds(Nanoseconds(left) - right.Nanoseconds, out result);

    /// <summary><c>timestamp - timestamp</c>; false for more than about 290 years.</summary>
    public static bool TrySubtract(CelTimestamp left, CelTimestamp right, out CelDuration result)
    {
        var difference = Nanoseconds(left) - Nanoseconds(right);
        var possible = difference >= long.MinValue && difference <= long.MaxValue;
        result = new CelDuration(possible ? (long)difference : 0);
        return possible;
    }

    private static Int128 Nanoseconds(CelTimestamp time) =>
        ((Int128)time.Seconds * CelDuration.Second) + time.Nanoseconds;

    private static bool TryFromNanoseconds(Int128 nanoseconds, out CelTimestamp result)
    {
        var (seconds, rest) = Int128.DivRem(nanoseconds, CelDuration.Second);
        if (rest < 0)
        {
            seconds--;
            rest += CelDuration.Second;
        }

        result = new CelTimestamp((long)seconds, (int)rest);
        return result.IsInRange;
    }
}
