namespace PolicyEval.Language.Values;

/// <summary>The error values that several operators and functions share, so that one fault has one wording.</summary>
internal static class CelErrors
{
    public static CelValue DivisionByZero { get; } = CelValue.Error("division by zero");

    public static CelValue ModulusByZero { get; } = CelValue.Error("modulus by zero");

    public static CelValue IntegerOverflow { get; } = CelValue.Error("integer overflow");

    public static CelValue DurationRange { get; } =
        CelValue.Error("duration out of range: more than 9223372036854775807 nanoseconds either way");

    public static CelValue TimestampRange { get; } =
        CelValue.Error("timestamp out of range: before year 1 or after year 9999");

    public static CelValue StringTooLong { get; } =
        CelValue.Error($"string too long: more than {CelLimits.StringLength} characters");

    public static CelValue BytesTooLong { get; } =
        CelValue.Error($"bytes too long: more than {CelLimits.BytesLength}");

    public static CelValue ListTooLong { get; } =
        CelValue.Error($"list too long: more than {CelLimits.ListCount} elements");

    public static CelValue TooMuchSpace { get; } =
        CelValue.Error($"too much made in one evaluation: over {CelLimits.Space} bytes of texts, lists and maps");

    public static CelValue TooManyComparisons { get; } =
        CelValue.Error($"too much to compare: over {CelLimits.MaxComparisons} pairs of elements, or nested too deeply");

    /// <summary>An operator or function that has no overload for the kinds of its arguments.</summary>
    public static CelValue NoOverload(string function, params ReadOnlySpan<CelValue> arguments)
    {
        foreach (var argument in arguments)
        {
            if (!argument.IsValue)
                return argument;
        }

        var names = new string[arguments.Length];
        for (var i = 0; i < names.Length; i++)
            names[i] = CelTypes.Of(arguments[i]).ToString();
        return CelValue.Error($"no such overload: {function}({string.Join(", ", names)})");
    }
}
