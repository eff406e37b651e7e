namespace PolicyEval.Language.Values;

/// <summary>
/// The operators <c>+ - * / %</c> and unary <c>-</c> at run time, over every kind of operand that has them. Integers
/// are checked, doubles follow IEEE 754, and mixed numbers have no overload (CEL language definition, "Arithmetic").
/// </summary>
public static class CelArithmetic
{
    /// <summary><c>left + right</c>: also joins strings, bytes and lists, and moves timestamps.</summary>
    public static CelValue Add(CelValue left, CelValue right) => (left.Kind, right.Kind) switch
    {
        (CelKind.Int, CelKind.Int) => CheckedArithmetic.TryAdd(left.AsInt, right.AsInt, out var sum)
            ? CelValue.Of(sum) : CelErrors.IntegerOverflow,
        (CelKind.Uint, CelKind.Uint) => CheckedArithmetic.TryAdd(left.AsUint, right.AsUint, out var sum)
            ? CelValue.Of(sum) : CelErrors.IntegerOverflow,
        (CelKind.Double, CelKind.Double) => CelValue.Of(left.AsDouble + right.AsDouble),
        (CelKind.String, CelKind.String) => Concatenation.Join(left.AsString, right.AsString),
        (CelKind.Bytes, CelKind.Bytes) => Concatenation.Join(left.AsBytes, right.AsBytes),
        (CelKind.List, CelKind.List) => Concatenation.Join(left.AsList, right.AsList),
        (CelKind.Timestamp, CelKind.Duration) => Move(left.AsTimestamp, right.AsDuration),
        (CelKind.Duration, CelKind.Timestamp) => Move(right.AsTimestamp, left.AsDuration),
        (CelKind.Duration, CelKind.Duration) =>
            CheckedArithmetic.TryAdd(left.AsDuration, right.AsDuration, out var sum)
                ? CelValue.Of(sum) : CelErrors.DurationRange,
        _ => CelErrors.NoOverload("_+_", left, right),
    };

    /// <summary><c>left - right</c>: also the span between two timestamps.</summary>
    public static CelValue Subtract(CelValue left, CelValue right) => (left.Kind, right.Kind) switch
    {
        (CelKind.Int, CelKind.Int) => CheckedArithmetic.TrySubtract(left.AsInt, right.AsInt, out var difference)
            ? CelValue.Of(difference) : CelErrors.IntegerOverflow,
        (CelKind.Uint, CelKind.Uint) => CheckedArithmetic.TrySubtract(left.AsUint, right.AsUint, out var difference)
            ? CelValue.Of(difference) : CelErrors.IntegerOverflow,
        (CelKind.Double, CelKind.Double) => CelValue.Of(left.AsDouble - right.AsDouble),
        (CelKind.Timestamp, CelKind.Timestamp) =>
            CheckedArithmetic.TrySubtract(left.AsTimestamp, right.AsTimestamp, out var span)
                ? CelValue.Of(span) : CelErrors.DurationRange,
        (CelKind.Timestamp, CelKind.Duration) =>
            CheckedArithmetic.TrySubtract(left.AsTimestamp, right.AsDuration, out var time)
                ? CelValue.Of(time) : CelErrors.TimestampRange,
        (CelKind.Duration, CelKind.Duration) =>
            CheckedArithmetic.TrySubtract(left.AsDuration, right.AsDuration, out var span)
                ? CelValue.Of(span) : CelErrors.DurationRange,
        _ => CelErrors.NoOverload("_-_", left, right),
    };

    /// <summary><c>left * right</c>.</summary>
    public static CelValue Multiply(CelValue left, CelValue right) => (left.Kind, right.Kind) switch
    {
        (CelKind.Int, CelKind.Int) => CheckedArithmetic.TryMultiply(left.AsInt, right.AsInt, out var product)
            ? CelValue.Of(product) : CelErrors.IntegerOverflow,
        (CelKind.Uint, CelKind.Uint) => CheckedArithmetic.TryMultiply(left.AsUint, right.AsUint, out var product)
            ? CelValue.Of(product) : CelErrors.IntegerOverflow,
        (CelKind.Double, CelKind.Double) => CelValue.Of(left.AsDouble * right.AsDouble),
        _ => CelErrors.NoOverload("_*_", left, right),
    };

    /// <summary><c>left / right</c>: integers truncate toward zero and cannot divide by zero.</summary>
    public static CelValue Divide(CelValue left, CelValue right) => (left.Kind, right.Kind) switch
    {
        (CelKind.Int, CelKind.Int) when right.AsInt == 0 => CelErrors.DivisionByZero,
        (CelKind.Int, CelKind.Int) => CheckedArithmetic.TryDivide(left.AsInt, right.AsInt, out var quotient)
            ? CelValue.Of(quotient) : CelErrors.IntegerOverflow,
        (CelKind.Uint, CelKind.Uint) => CheckedArithmetic.TryDivide(left.AsUint, right.AsUint, out var quotient)
            ? CelValue.Of(quotient) : CelErrors.DivisionByZero,
        (CelKind.Double, CelKind.Double) => CelValue.Of(left.AsDouble / right.AsDouble),
        _ => CelErrors.NoOverload("_/_", left, right),
    };

    /// <summary><c>left % right</c> of integers: the sign of the dividend.</summary>
    public static CelValue Modulo(CelValue left, CelValue right) => (left.Kind, right.Kind) switch
    {
        (CelKind.Int, CelKind.Int) when right.AsInt == 0 => CelErrors.ModulusByZero,
        (CelKind.Int, CelKind.Int) => CheckedArithmetic.TryModulo(left.AsInt, right.AsInt, out var rest)
            ? CelValue.Of(rest) : CelErrors.IntegerOverflow,
        (CelKind.Uint, CelKind.Uint) => CheckedArithmetic.TryModulo(left.AsUint, right.AsUint, out var rest)
            ? CelValue.Of(rest) : CelErrors.ModulusByZero,
        _ => CelErrors.NoOverload("_%_", left, right),
    };

    /// <summary><c>-operand</c> of int and double.</summary>
    public static CelValue Negate(CelValue operand) => operand.Kind switch
    {
        CelKind.Int => CheckedArithmetic.TryNegate(operand.AsInt, out var negated)
            ? CelValue.Of(negated) : CelErrors.IntegerOverflow,
        CelKind.Double => CelValue.Of(-operand.AsDouble),
        _ => CelErrors.NoOverload("-_", operand),
    };

    private static CelValue Move(CelTimestamp time, CelDuration span) =>
        CheckedArithmetic.TryAdd(time, span, out var moved) ? CelValue.Of(moved) : CelErrors.TimestampRange;
}
