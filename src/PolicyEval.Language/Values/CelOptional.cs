namespace PolicyEval.Language.Values;

/// <summary>An optional value: one value or none (cel-go extension "optional types").</summary>
public sealed class CelOptional
{
    private CelOptional(bool hasValue, CelValue value)
    {
        HasValue = hasValue;
        Value = value;
    }

    /// <summary>The empty optional.</summary>
    public static CelOptional None { get; } = new(false, default);

    /// <summary>Whether there is a value.</summary>
    public bool HasValue { get; }

    /// <summary>The value; null where there is none.</summary>
    public CelValue Value { get; }

    /// <summary>An optional with a value.</summary>
    public static CelOptional Of(CelValue value) => new(true, value);
}
