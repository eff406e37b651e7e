namespace PolicyEval.Language.Values;

/// <summary>
/// The operators <c>&lt; &lt;= &gt; &gt;=</c> at run time: bool (false first), numbers across their three types,
/// strings by code point, bytes, timestamps and durations (CEL language definition, "Ordering").
/// </summary>
public static class CelOrdering
{
    /// <summary>The order of two values.</summary>
    public static Order Compare(CelValue left, CelValue right)
    {
        if (NumberOrder.AreNumbers(left, right))
            return NumberOrder.Compare(left, right);
        if (left.Kind != right.Kind)
            return Order.NoOverload;

        return left.Kind switch
        {
            CelKind.Bool => NumberOrder.From(left.AsBool.CompareTo(right.AsBool)),
            CelKind.String => NumberOrder.From(CodePoints.Compare(left.AsString, right.AsString)),
            CelKind.Bytes => NumberOrder.From(left.AsBytes.AsSpan().SequenceCompareTo(right.AsBytes)),
            CelKind.Timestamp => NumberOrder.From(left.AsTimestamp.CompareTo(right.AsTimestamp)),
            CelKind.Duration => NumberOrder.From(left.AsDuration.CompareTo(right.AsDuration)),
            _ => Order.NoOverload,
        };
    }

    /// <summary><c>left &lt; right</c>: a bool, or an error.</summary>
    public static CelValue Less(CelValue left, CelValue right) => Compare(left, right) switch
    {
        Order.NoOverload => CelErrors.NoOverload("_<_", left, right),
        var order => CelValue.Of(order == Order.Less),
    };

    /// <summary><c>left &lt;= right</c>: a bool, or an error.</summary>
    public static CelValue LessOrEqual(CelValue left, CelValue right) => Compare(left, right) switch
    {
        Order.NoOverload => CelErrors.NoOverload("_<=_", left, right),
        var order => CelValue.Of(order is Order.Less or Order.Equal),
    };

    /// <summary><c>left &gt; right</c>: a bool, or an error.</summary>
    public static CelValue Greater(CelValue left, CelValue right) => Compare(left, right) switch
    {
        Order.NoOverload => CelErrors.NoOverload("_>_", left, right),
        var order => CelValue.Of(order == Order.Greater),
    };

    /// <summary><c>left &gt;= right</c>: a bool, or an error.</summary>
    public static CelValue GreaterOrEqual(CelValue left, CelValue right) => Compare(left, right) switch
    {
        Order.NoOverload => CelErrors.NoOverload("_>=_", left, right),
        var order => CelValue.Of(order is Order.Greater or Order.Equal),
    };
}
